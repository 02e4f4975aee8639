import { createChunkReader, type ChunkToken } from './chunks.ts'
import { createMachine, type Machine } from './machine.ts'
import type { TaggerModel } from './model-file.ts'
import { PASSED_OVER } from './word-kind.ts'

/** Longest chunk without white space, in UTF-16 units; bounds what the expressions that split it can cost. */
const MAX_CHUNK = 500

/** The tokens of a stretch of text, column by column; valid until the tagger is called again. */
export interface TaggedTokens<Form> {
  readonly count: number
  /** Where the chunk stands that a token is of. */
  readonly chunkStart: Int32Array
  readonly token: readonly ChunkToken<Form>[]
  /** Values of TAG, or SPACE_TAG. */
  readonly tag: Uint8Array
  /** 1: the last token of a sentence. */
  readonly isLast: Uint8Array
}

/** Tags one paragraph, the units `[start, end)` of a text. */
export type Tagger<Form> = (text: string, start: number, end: number) => TaggedTokens<Form>

/**
 * A tagger over a model. Every word begins with its likeliest tag; then machines that know patterns of tags and words correct them,
 * each pattern one token, if that word can have the tag. A machine of its own finds where sentences end.
 * @param formOf what is kept with each spelling and handed out with each of its tokens
 */
export function createTagger<Form>(model: TaggerModel, formOf: (spelling: string) => Form): Tagger<Form> {
  const tokensOf = createChunkReader(model, formOf)
  const sentences = createMachine(model.sentences)
  const machines = model.tags.map(createMachine)
  let row = createRow<Form>(1_024)

  return (text, start, end) => {
    // a token is one unit at least
    if (row.tag.length < end - start) row = createRow(2 * (end - start))
    const { token, chunkStart, spaced } = row
    let count = 0
    let isSpaced = 0
    for (let at = start; at < end;) {
      const to = endOfChunk(text, at, end)
      if (to === at) {
        isSpaced = 1
        at++
        continue
      }
      for (const one of tokensOf(text.slice(at, to))) {
        token[count] = one
        chunkStart[count] = at
        spaced[count++] = isSpaced
        isSpaced = 0
      }
      at = to
    }
    markSentences(row, count, sentences)
    setTags(row, count, machines)
    return { count, ...row }
  }
}

/** Columns of tokens while they are worked on. */
interface Row<Form> {
  readonly token: ChunkToken<Form>[]
  readonly chunkStart: Int32Array
  /** 1: a space stands before it. */
  readonly spaced: Uint8Array
  readonly tag: Uint8Array
  readonly isLast: Uint8Array
  /** What a machine sees, and of which token. */
  readonly symbols: Int32Array
  readonly symbolOf: Int32Array
}

function createRow<Form>(size: number): Row<Form> {
  return {
    token: [],
    chunkStart: new Int32Array(size),
    spaced: new Uint8Array(size),
    tag: new Uint8Array(size),
    isLast: new Uint8Array(size),
    symbols: new Int32Array(size + 1),
    symbolOf: new Int32Array(size + 1),
  }
}

function markSentences<Form>(row: Row<Form>, count: number, machine: Machine): void {
  const { token, spaced, isLast, symbols, symbolOf } = row
  let seen = 0
  for (let i = 0; i < count; i++) {
    isLast[i] = 0
    const kind = token[i]?.kind
    const symbol = (spaced[i] ? kind?.spacedSymbol : kind?.joinedSymbol) ?? 0
    if (symbol === PASSED_OVER) continue
    symbolOf[seen] = i
    symbols[seen++] = symbol
  }
  symbols[seen] = 0
  machine.run(symbols, seen, (first, skip) => {
    isLast[(symbolOf[first] ?? 0) + skip] = 1
  })
}

function setTags<Form>(row: Row<Form>, count: number, machines: readonly Machine[]): void {
  const { token, tag, symbols } = row
  for (let i = 0; i < count; i++) {
    const kind = token[i]?.kind
    tag[i] = kind?.tag ?? 0
    symbols[i] = kind?.tagSymbol || (kind?.tag ?? 0)
  }
  symbols[count] = 0
  const correct = (first: number, skip: number, label: number) => {
    const at = first + skip
    const kind = token[at]?.kind
    if (!kind || (label > 0 && !(kind.mayBe & (1 << label)))) return
    if (!kind.fixed) tag[at] = Math.abs(label)
    if (!kind.tagSymbol) symbols[at] = Math.abs(label)
  }
  for (const machine of machines) machine.run(symbols, count, correct)
}

/** Where the chunk that begins at a place ends: there, if it is a space. */
function endOfChunk(text: string, from: number, end: number): number {
  let to = from
  while (to < end && to < from + MAX_CHUNK && whiteness(text.charCodeAt(to)) === 0) to++
  if (to > from) return to
  while (to < end && whiteness(text.charCodeAt(to)) === 2) to++
  return to
}

/** 1: a space between words; 2: a line break or tab, which is a token; 0: anything else. */
function whiteness(unit: number): number {
  if (unit > 0x20 && unit < 0xa0) return 0
  if (unit === 0x20 || unit === 0xa0) return 1
  if (unit === 0x0a || unit === 0x0d || unit === 0x09) return 2
  const isSpace = (unit >= 0x2002 && unit <= 0x2005) || unit === 0x2009 || unit === 0x200a || unit === 0x202f
  return isSpace || unit === 0x205f ? 1 : 0
}
