import { sharedLength, sliceSpan, type Interval } from '../../base/span.ts'
import { TAG, type TokenRange } from '../../base/words/index.ts'
import type { PlaceMention, PlaceReference } from '../../model/index.ts'
import { extendNoun, type Chunk, type ParsedSentence } from '../clauses/index.ts'
import { charactersOf, holdsClass, type Scene } from './scene.ts'

const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'on',
  'from',
  'to',
  'into',
  'around',
  'over',
  'along',
  'across',
  'outside',
  'inside',
  'towards',
  'toward',
  'through',
  'between',
  'above',
  'behind',
  'of',
  'upon',
  'against',
  'for',
  'onto',
  'via',
  'throughout',
  'within',
])
/** Prepositions that take a bare name only where it is a place. */
const STRICT = new Set([
  'in',
  'at',
  'near',
  'outside',
  'around',
  'across',
  'into',
  'over',
  'above',
  'along',
  'throughout',
])

const NOWHERE = { name: null, lat: null, lon: null, radiusMetres: null, source: null } as const

interface Candidate extends Interval {
  readonly mention: PlaceMention
  /** Larger is better. */
  readonly score: number
}

/** The most specific place of an act: in its own words first, then in the rest of its sentence. Null if neither names one. */
export function placeOfClaim(scene: Scene, extent: TokenRange, allowed: Interval): PlaceMention | null {
  const near = charactersOf(scene.words, extent)
  const inside = candidates(scene, near)
  const named = best(inside.filter((c) => c.score >= NAMED))
  if (named) return named
  const around = candidates(scene, allowed).filter((c) => c.score >= NAMED)
  return best(inside) ?? best(around)
}

const NAMED = 10

function best(list: readonly Candidate[]): PlaceMention | null {
  let top: Candidate | null = null
  for (const one of list) if (!top || one.score > top.score) top = one
  return top?.mention ?? null
}

function candidates(scene: Scene, within: Interval): readonly Candidate[] {
  const { parsed, words } = scene
  const list: Candidate[] = []
  for (const [i, chunk] of parsed.chunks.entries()) {
    if (chunk.kind !== 'noun') continue
    const range = charactersOf(words, chunk)
    if (range.start < within.start || range.end > within.end) continue
    const candidate = candidateAt(scene, parsed, i, chunk)
    if (candidate) list.push(candidate)
  }
  return list
}

function candidateAt(scene: Scene, parsed: ParsedSentence, at: number, chunk: Chunk): Candidate | null {
  const before = parsed.chunks[at - 1]
  const link = before?.kind === 'preposition' ? (scene.words.form[before.first]?.lower ?? '') : ''
  const range = charactersOf(scene.words, chunk)
  const known = scene.places.find((p) => sharedLength(p, range) > 0)
  const placeHead =
    holdsClass(scene, { first: chunk.head, last: chunk.head + 1 }, scene.table.named.place) || isRoad(scene, chunk)
  const headName = scene.words.tag[chunk.head] === TAG.PROPN
  if (known && (placeHead || coversHead(scene, known, chunk)))
    return { ...range, mention: known, score: knownScore(known, link, chunk, scene) }
  if (link !== '' && !LOCATIVE.has(link)) return null
  const named = namesIn(scene, chunk)
  if (placeHead && (named || link !== '')) return fresh(scene, chunk, named ? NAMED + 4 : 3, at)
  if (headName && STRICT.has(link) && !isPeople(scene, chunk)) return fresh(scene, chunk, NAMED + 2, at)
  return null
}

function knownScore(place: PlaceMention, link: string, chunk: Chunk, scene: Scene): number {
  const radius = place.radiusMetres ?? 3000
  const fine = radius < 8_000 ? 8 : radius < 60_000 ? 5 : radius < 200_000 ? 3 : 0
  const stands = link === '' ? -3 : LOCATIVE.has(link) ? 2 : 0
  const country = radius > 200_000 && link !== 'in' ? -12 : 0
  return NAMED + fine + stands + country + (isPeople(scene, chunk) ? -12 : 0)
}

function isRoad(scene: Scene, chunk: Chunk): boolean {
  return holdsClass(scene, { first: chunk.head, last: chunk.head + 1 }, scene.table.named.road)
}

function coversHead(scene: Scene, place: PlaceMention, chunk: Chunk): boolean {
  return place.end >= (scene.words.end[chunk.head] ?? 0)
}

function namesIn(scene: Scene, chunk: Chunk): boolean {
  for (let i = chunk.first; i < chunk.last; i++) if (scene.words.tag[i] === TAG.PROPN) return true
  return false
}

function isPeople(scene: Scene, chunk: Chunk): boolean {
  const head = { first: chunk.head, last: chunk.head + 1 }
  return holdsClass(scene, head, scene.table.named.forces) || holdsClass(scene, head, scene.table.named.person)
}

/** A place that no gazetteer knows, or a description: the words stand, coordinates do not. */
function fresh(scene: Scene, chunk: Chunk, score: number, at: number): Candidate {
  const whole = extendNoun(scene.words, scene.parsed.chunks, at)
  const joined = whole.last - chunk.last <= 4 ? whole : chunk
  const { start, end } = charactersOf(scene.words, joined)
  const unknown: { readonly [K in keyof PlaceReference]: null } = NOWHERE
  return { start, end, score, mention: { ...sliceSpan(scene.words.text, start, end), ...unknown } }
}
