/** How a spelling behaves in tagging. Many spellings share a kind. */
export interface WordKind {
  /** Tag before its neighbours are looked at: a value of TAG, or SPACE_TAG. */
  readonly tag: number
  /** True: neighbours never change the tag (the parts of contractions, as "n't" of "can't"). */
  readonly fixed: boolean
  /** Tag by which a spelling in capitals is guessed that the lexicon lacks; 0 if none. */
  readonly baseTag: number
  /** Tags that neighbours may give it, as bits `1 << tag`. */
  readonly mayBe: number
  /** What the tag machines see of it: a symbol of its own, or 0 for the tag it has at the time. */
  readonly tagSymbol: number
  /** What the sentence machine sees where it follows another token at once; PASSED_OVER, or 0 for "any word". */
  readonly joinedSymbol: number
  /** The same where white space stands before it: a quote then opens. */
  readonly spacedSymbol: number
}

/** Tag of line breaks and tabs; beside those of TAG, since no stage sees such a token. */
export const SPACE_TAG = 18

/** Symbol of a token that the sentence machine does not see at all. */
export const PASSED_OVER = -1
