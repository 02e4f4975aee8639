import { createLexicon, type Lexicon, type Part } from './lexicon.ts'
import type { MachineData } from './machine.ts'
import type { SplitRules } from './split-rules.ts'
import type { WordKind } from './word-kind.ts'

/** What the tagger goes by apart from its spellings. */
interface TaggerRules {
  readonly kinds: readonly WordKind[]
  readonly split: SplitRules
  /** Finds ends of sentences: label 1 at the last token. */
  readonly sentences: MachineData
  /** Correct tags, one machine after the other: label is the tag; negative: whether the word may have it or not. */
  readonly tags: readonly MachineData[]
  /** Of spellings that the lexicon lacks in lower case too: the tags they may have, and the sentence machine's symbol of abbreviations. */
  readonly unknown: { readonly mayBe: number; readonly abbreviation: number }
}

/** The model in plain values, as a tool builds it. */
export interface TaggerData extends TaggerRules {
  /** Kind of each spelling: index into `kinds`. */
  readonly spellings: ReadonlyMap<string, number>
  readonly contractions: ReadonlyMap<string, readonly Part[]>
}

/** All that the tagger goes by. */
export interface TaggerModel extends TaggerRules {
  readonly lexicon: Lexicon
}

/** First four bytes of a model file, little-endian ("TLWM"). */
const MAGIC = 0x4d574c54
const VERSION = 1
/** Magic, version, bytes of JSON, spellings, bytes of letters; 32 bits each. */
const HEADER_BYTES = 20

type Json = TaggerRules & { readonly contractions: readonly (readonly [string, readonly Part[]])[] }

/**
 * Reads the bytes that `formatTaggerModel` writes: a header; rules and contractions as JSON, padded to a multiple of four; then the
 * lexicon's columns, hashes, ends, kinds and letters.
 * @throws RangeError if they are no model of this version and size
 */
export function parseTaggerModel(file: Uint8Array): TaggerModel {
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION) {
    throw new RangeError('tagger model: no such file, or of another version')
  }
  const [jsonBytes, count, letterBytes] = [8, 12, 16].map((at) => view.getUint32(at, true)) as [number, number, number]
  const size = HEADER_BYTES + jsonBytes + 10 * count + letterBytes
  if (bytes.length !== size) throw new RangeError(`tagger model: expected ${size} bytes, got ${bytes.length}`)
  const at = bytes.byteOffset + HEADER_BYTES + jsonBytes
  const json = new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + jsonBytes))
  const { contractions, ...rules } = JSON.parse(json) as Json
  return {
    ...rules,
    lexicon: {
      hashes: new Uint32Array(bytes.buffer, at, count),
      ends: new Uint32Array(bytes.buffer, at + 4 * count, count),
      kinds: new Uint16Array(bytes.buffer, at + 8 * count, count),
      letters: new Uint8Array(bytes.buffer, at + 10 * count, letterBytes),
      contractions: new Map(contractions),
    },
  }
}

/** Writes a model as `parseTaggerModel` reads it. The same data gives the same bytes. */
export function formatTaggerModel({ spellings, contractions, ...rules }: TaggerData): Uint8Array {
  const { hashes, ends, kinds, letters } = createLexicon(spellings, contractions)
  const json = new TextEncoder().encode(JSON.stringify({ ...rules, contractions: [...contractions] }))
  const padding = new Uint8Array((4 - (json.length % 4)) % 4).fill(0x20)
  const header = Uint32Array.of(MAGIC, VERSION, json.length + padding.length, hashes.length, letters.length)
  const parts = [header, json, padding, hashes, ends, kinds, letters]
  return Buffer.concat(parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)))
}
