import { guessTag } from './guess-tag.ts'
import { kindOfSpelling } from './lexicon.ts'
import type { TaggerModel } from './model-file.ts'
import { createSplitter, type Cut } from './splitter.ts'
import type { WordKind } from './word-kind.ts'

/** Chunks remembered; past that the memory starts anew, so that hostile input cannot fill it. */
const MAX_CHUNKS = 200_000
/** Longer chunks, in UTF-16 units, are addresses and rubbish that will not come again. */
const MAX_REMEMBERED_LENGTH = 40
const ABBREVIATION = /[a-z].*\.$/i

/** A token of a chunk. */
export interface ChunkToken<Form> {
  /** From the start of the chunk on, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly kind: WordKind
  readonly isBlank: boolean
  /** What the caller keeps of its spelling. */
  readonly form: Form
}

/** The tokens of a chunk of text: a stretch without white space, or of line breaks and tabs alone. */
export type ChunkReader<Form> = (chunk: string) => readonly ChunkToken<Form>[]

/** A reader that splits a chunk and looks its tokens up once, however often it comes. */
export function createChunkReader<Form>(model: TaggerModel, formOf: (spelling: string) => Form): ChunkReader<Form> {
  const { lexicon, kinds } = model
  const split = createSplitter(model.split, (spelling) => kindOfSpelling(lexicon, spelling) >= 0)
  let remembered = new Map<string, readonly ChunkToken<Form>[]>()

  const knownKind = (spelling: string): WordKind | null => kinds[kindOfSpelling(lexicon, spelling)] ?? null
  const kindOf = (spelling: string, category: number): WordKind =>
    knownKind(spelling) ?? guessKind(spelling, category, knownKind(spelling.toLowerCase()), model.unknown)
  const partsOf = ({ text, category, expands }: Cut): readonly (readonly [string, WordKind])[] => {
    const parts = expands ? lexicon.contractions.get(text) : undefined
    if (!parts) return [[text, kindOf(text, category)]]
    return parts.map(([part, kind]) => [part, kinds[kind] ?? kindOf(part, category)])
  }
  const read = (chunk: string): readonly ChunkToken<Form>[] => {
    let end = 0
    return split(chunk)
      .flatMap(partsOf)
      .map(([text, kind]) => {
        const start = chunk.indexOf(text, end)
        end = start + text.length
        return { start, end, kind, isBlank: text.trim() === '', form: formOf(text) }
      })
  }

  return (chunk) => {
    const known = remembered.get(chunk)
    if (known) return known
    const tokens = read(chunk)
    if (chunk.length > MAX_REMEMBERED_LENGTH) return tokens
    if (remembered.size >= MAX_CHUNKS) remembered = new Map()
    remembered.set(chunk, tokens)
    return tokens
  }
}

/** How a spelling behaves that the lexicon lacks: as its spelling in lower case does, or as one that nothing is known of. */
function guessKind(
  spelling: string,
  category: number,
  lower: WordKind | null,
  { mayBe, abbreviation }: TaggerModel['unknown'],
): WordKind {
  const tag = guessTag(spelling, category, lower?.baseTag ?? null)
  if (lower) return { ...lower, tag, fixed: false, tagSymbol: 0 }
  const symbol = spelling.length > 2 && ABBREVIATION.test(spelling) ? abbreviation : 0
  return { tag, fixed: false, baseTag: 0, mayBe, tagSymbol: 0, joinedSymbol: symbol, spacedSymbol: symbol }
}
