import type { Span } from '../base/span.ts'

/** Who is said to say something: the words that name them, and the neutral actor id where the case knows one. */
export interface Speaker extends Span {
  /** named: a name or title; unnamed: "sources", "analysts", "a resident"; pronoun: "it", "he", "she", "they". */
  readonly kind: 'named' | 'unnamed' | 'pronoun'
  readonly actor: string | null
}

/** How the words of a statement are given. own-voice: the outlet itself says it. */
export type Manner = 'direct' | 'indirect' | 'mixed' | 'own-voice'

/** Words that a report attributes to a speaker, or says itself. */
export interface Statement {
  /** What is said, in pieces where the attribution phrase interrupts it, in the order of the text. */
  readonly content: readonly Span[]
  /** Null: the outlet itself says it, or the source is not told. */
  readonly speaker: Speaker | null
  /** The words that attribute: "said", "told", "according to". */
  readonly cue: Span | null
  /** The agency or medium that relays the speaker, as it stands. */
  readonly via: Span | null
  readonly manner: Manner
}
