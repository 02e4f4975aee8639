import { hashText, mixHash } from '../../base/hash.ts'
import { SHAPE, TAG } from '../../base/words/index.ts'
import type { Clause } from '../clauses/index.ts'
import type { BriefScene } from './brief-scene.ts'

/** Features are hashed to this many bits. */
export const TOKEN_FEATURE_BITS = 16

/** The features of each token of a sentence: numbers below 2^TOKEN_FEATURE_BITS. */
export function describeTokens(scene: BriefScene): readonly Uint16Array[] {
  const roles = rolesOf(scene)
  const chunks = chunksOf(scene)
  return Array.from({ length: scene.stem.length }, (_, i) => describeToken(scene, i, roles, chunks))
}

function describeToken(
  scene: BriefScene,
  i: number,
  roles: readonly number[],
  chunks: readonly ChunkPlace[],
): Uint16Array {
  const out: number[] = []
  let template = 0
  const put = (...values: readonly number[]): void => {
    let hash = ++template
    for (const value of values) hash = mixHash(hash, value)
    out.push(hash >>> (32 - TOKEN_FEATURE_BITS))
  }
  const { words, sentence, kind } = scene
  const stem = (k: number): number => scene.stem[i + k] ?? 0
  const tag = (k: number): number => (inside(scene, i + k) ? (words.tag[sentence.first + i + k] ?? 0) : 0)
  const shape = (k: number): number => (inside(scene, i + k) ? (words.form[sentence.first + i + k]?.shape ?? 0) : 0)
  const cap = shape(0) & (SHAPE.capital | SHAPE.upper | SHAPE.digit)
  const role = (k: number): number => roles[i + k] ?? 0
  const chunk = chunks[i] ?? NO_CHUNK
  const distance = eventDistance(scene, i)
  put()
  for (const k of [-2, -1, 0, 1, 2]) put(stem(k))
  for (const k of [-2, -1, 0, 1, 2]) put(tag(k))
  put(tag(-1), tag(0))
  put(tag(0), tag(1))
  put(tag(-1), tag(0), tag(1))
  put(tag(-2), tag(-1), tag(0))
  put(stem(-1), tag(0))
  put(tag(0), stem(1))
  put(stem(-1), stem(0))
  put(words.form[sentence.first + i]?.suffixHash ?? 0)
  put(cap, tag(0), shape(-1) & SHAPE.capital, shape(1) & SHAPE.capital)
  for (const k of [-2, -1, 0, 1]) put(kind[i + k] ?? 0)
  for (const k of [-1, 0, 1]) put(role(k))
  put(role(0), role(-1), role(1))
  put(role(0), chunk.place)
  put(role(0), tag(0), distance)
  put(distance)
  put(distance, chunk.place)
  put(chunk.nounIndex, chunk.place)
  put(chunk.nounIndex, distance > 50 ? 1 : 0, role(0))
  put(chunk.preposition, chunk.place)
  put(chunk.preposition, chunk.nounsBehindEvent, chunk.place)
  put(chunk.verbKind, role(0))
  put(chunk.verbKind, chunk.preposition, chunk.place)
  put(chunk.verbKind, chunk.preposition, chunk.nounsBehindEvent)
  put(chunk.head)
  put(chunk.head, role(0))
  put(chunk.before, chunk.place)
  put(chunk.after, chunk.place)
  put(chunk.before, chunk.after, chunk.place)
  put(i === 0 ? 1 : 0, tag(0))
  return Uint16Array.from(out)
}

function inside(scene: BriefScene, i: number): boolean {
  return i >= 0 && i < scene.stem.length
}

/** Where a token stands to the event's verb: its side, and how far in steps that grow. */
function eventDistance({ parsed, sentence, event }: BriefScene, i: number): number {
  const clause = parsed.clauses[event]
  if (!clause) return 0
  const offset = sentence.first + i - clause.verb
  const size = Math.abs(offset)
  const step = size < 4 ? size : size < 6 ? 4 : size < 9 ? 5 : size < 14 ? 6 : 7
  return offset < 0 ? 10 + step : 60 + step
}

/** What each token is to a clause: subject, object or agent of the event's clause or of another, passive apart. */
function rolesOf({ parsed, sentence, event, stem }: BriefScene): readonly number[] {
  const roles = Array.from({ length: stem.length }, () => 0)
  const order = parsed.clauses
    .map((clause, c) => ({ clause, c }))
    .sort((a, b) => Number(a.c === event) - Number(b.c === event))
  for (const { clause, c } of order) {
    const base = c === event ? 1 : clause.kind === 'main' ? 11 : clause.kind === 'relative' ? 21 : 31
    for (const [role, range] of [clause.object, clause.subject, clause.agent].entries()) {
      if (!range) continue
      for (let t = range.first; t < range.last; t++) roles[t - sentence.first] = base + role + (clause.passive ? 4 : 0)
    }
  }
  return roles
}

interface ChunkPlace {
  /** 1 first, 2 inside, 3 last, 4 alone; 10 more for each kind of chunk. */
  readonly place: number
  /** How many noun groups stand before, at most 6. */
  readonly nounIndex: number
  /** The same counted from the event's verb, 0 before it. */
  readonly nounsBehindEvent: number
  /** Stem of the preposition right before the group. */
  readonly preposition: number
  /** Kind of event of the verb last met, and whether it was passive. */
  readonly verbKind: number
  readonly head: number
  /** Kinds of the chunks at either side. */
  readonly before: number
  readonly after: number
}

const NO_CHUNK: ChunkPlace = {
  place: 0,
  nounIndex: 0,
  nounsBehindEvent: 0,
  preposition: 0,
  verbKind: 0,
  head: 0,
  before: 0,
  after: 0,
}
const MOST_NOUNS = 6

function chunksOf(scene: BriefScene): readonly ChunkPlace[] {
  const { parsed, sentence, words, stem, kind, event } = scene
  const places = Array.from({ length: stem.length }, () => NO_CHUNK)
  const verb = parsed.clauses[event]?.verb ?? Infinity
  let nouns = 0
  let behind = 0
  let verbKind = 0
  for (const [c, chunk] of parsed.chunks.entries()) {
    const before = parsed.chunks[c - 1]
    if (chunk.kind === 'verb')
      verbKind = 2 * (kind[chunk.head - sentence.first] ?? 0) + passiveAt(parsed.clauses, chunk.head)
    const base = 10 * (hashText(chunk.kind) % 997)
    for (let t = chunk.first; t < chunk.last; t++) {
      const edge = chunk.last - chunk.first === 1 ? 4 : t === chunk.first ? 1 : t === chunk.last - 1 ? 3 : 2
      places[t - sentence.first] = {
        place: base + edge,
        nounIndex: Math.min(MOST_NOUNS, nouns),
        nounsBehindEvent: Math.min(MOST_NOUNS, behind),
        preposition: before?.kind === 'preposition' ? (stem[before.first - sentence.first] ?? 0) : 0,
        verbKind,
        head: stem[chunk.head - sentence.first] ?? 0,
        before: before ? hashText(before.kind) : 0,
        after: hashText(parsed.chunks[c + 1]?.kind ?? ''),
      }
    }
    if (chunk.kind !== 'noun' || words.tag[chunk.head] === TAG.NUM) continue
    nouns++
    if (chunk.first > verb) behind++
  }
  return places
}

function passiveAt(clauses: readonly Clause[], verb: number): number {
  return clauses.some((clause) => clause.verb === verb && clause.passive) ? 1 : 0
}
