import { elementAt } from '../../base/element-at.ts'
import { sharedLength, sliceSpan, type Interval } from '../../base/span.ts'
import { SHAPE, TAG, type TokenRange } from '../../base/words/index.ts'
import type { PlaceMention } from '../../model/index.ts'
import { extendNoun, type Chunk } from '../clauses/index.ts'
import { charactersOf, holdsClass, type Scene } from './scene.ts'

/** Words of a sentence that may be the place of an act. */
export interface PlaceCandidate extends Interval {
  readonly mention: PlaceMention
  /** Larger is better; from NAMED on the place has a name. */
  readonly score: number
}

/** Least score of a place with a name. */
export const NAMED = 10

const LOCATIVE = new Set(
  'in at near on from to into around over along across outside inside towards toward through between above behind upon onto via throughout within of'.split(
    ' ',
  ),
)
/** Prepositions that take a bare name only where it is a place. */
const STRICT = new Set(
  'in at near outside around across into over above along throughout on from to of towards toward behind'.split(' '),
)
const NOWHERE = { name: null, lat: null, lon: null, radiusMetres: null, source: null } as const

/** Noun groups that an act's roles claim: who acts is no place; what is left, reached, taken or crossed is one without a preposition. */
export interface RoleRanges {
  readonly actors: readonly TokenRange[]
  readonly places: readonly TokenRange[]
}

/** The place candidates of a stretch of the scene's sentence. */
export function findPlaceCandidates(scene: Scene, within: Interval, roles: RoleRanges): readonly PlaceCandidate[] {
  const list: PlaceCandidate[] = []
  const { chunks } = scene.parsed
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i]
    if (chunk?.kind !== 'noun') continue
    const start = scene.words.start[chunk.first] ?? 0
    const end = scene.words.end[chunk.last - 1] ?? 0
    if (start < within.start || end > within.end) continue
    const range = { start, end }
    const candidate = candidateAt(scene, i, chunk, range, roles)
    if (candidate) list.push(candidate)
  }
  return list
}

function candidateAt(
  scene: Scene,
  at: number,
  chunk: Chunk,
  range: Interval,
  roles: RoleRanges,
): PlaceCandidate | null {
  for (const time of scene.times) if (sharedLength(time, range) > 0 && time.end >= range.end) return null
  const link = linkBefore(scene, at)
  const placeHead = isPlaceHead(scene, chunk)
  const known = placeIn(scene, range)
  const acts = holdToken(roles.actors, chunk.head)
  const suffered = holdToken(roles.places, chunk.head)
  if (known && (placeHead || known.end >= (scene.words.end[chunk.head] ?? 0))) {
    return knownCandidate(scene, at, chunk, known, link, acts)
  }
  if (acts || isPeople(scene, chunk)) return null
  const named = holdsName(scene, chunk)
  const headIsName = scene.words.tag[chunk.head] === TAG.PROPN
  if (suffered && (placeHead || headIsName)) return freshCandidate(scene, at, chunk, named ? NAMED + 4 : 4)
  if ((link !== '' && !LOCATIVE.has(link)) || isVoice(scene, at)) return null
  if (placeHead && (named || link !== '')) return freshCandidate(scene, at, chunk, named ? NAMED + 4 : 3)
  if (headIsName && STRICT.has(link) && takesPlace(scene, at, link)) return freshCandidate(scene, at, chunk, NAMED + 2)
  return null
}

function placeIn(scene: Scene, range: Interval): PlaceMention | null {
  for (const place of scene.places) if (sharedLength(place, range) > 0 && !isDemonym(place)) return place
  return null
}

function holdToken(ranges: readonly TokenRange[], token: number): boolean {
  for (const { first, last } of ranges) if (first <= token && token < last) return true
  return false
}

/** "according to Beck": whoever stands there is no place. */
function isVoice({ words, parsed }: Scene, at: number): boolean {
  const before = parsed.chunks[at - 1]
  return (
    before?.kind === 'preposition' &&
    words.form[before.last - 1]?.lower === 'to' &&
    words.form[before.last - 2]?.lower === 'according'
  )
}

/** "of" before a name tells a place only behind one ("the barracks of Grenna"); an article before a name tells a body, not a town. */
function takesPlace(scene: Scene, at: number, link: string): boolean {
  const { chunks } = scene.parsed
  const owner = elementAt(chunks, at - 2)
  if (link === 'of') return owner?.kind === 'noun' && isPlaceHead(scene, owner)
  const first = chunks[at]?.first ?? 0
  return link === 'in' || link === 'at' || link === 'near' || scene.words.tag[first] !== TAG.DET
}

function linkBefore(scene: Scene, at: number): string {
  let i = at - 1
  while (i > 0 && isListLink(scene, i)) i -= 2
  const before = elementAt(scene.parsed.chunks, i)
  return before?.kind === 'preposition' ? (scene.words.form[before.first]?.lower ?? '') : ''
}

/** "in A, B and C": the preposition of the first holds for all. */
function isListLink({ parsed }: Scene, i: number): boolean {
  const kind = parsed.chunks[i]?.kind
  return (kind === 'coordinator' || kind === 'comma') && parsed.chunks[i - 1]?.kind === 'noun'
}

function knownCandidate(
  scene: Scene,
  at: number,
  chunk: Chunk,
  place: PlaceMention,
  link: string,
  acts: boolean,
): PlaceCandidate | null {
  const radius = place.radiusMetres ?? 3_000
  const coarse = radius > 150_000
  if (!LOCATIVE.has(link) && (acts || coarse || isShouted(scene, chunk))) return null
  if (coarse && (link === 'of' || link === 'between')) return null
  if (isPeople(scene, chunk)) return null
  const road = isRoad(scene, chunk) || /^[Mm]-?\d/.test(place.text)
  const fine = road ? 12 : radius < 8_000 ? 8 : radius < 70_000 ? 5 : coarse ? 0 : 3
  const score = NAMED + fine + (link === '' ? -3 : 2) + (acts ? -6 : 0)
  return { ...widened(scene, at, chunk, place), score }
}

/** The mention with its place noun and what a list adds: "Idlib region", "A, B and C". */
function widened(scene: Scene, at: number, chunk: Chunk, place: PlaceMention): Omit<PlaceCandidate, 'score'> {
  const { words } = scene
  const list = extendNoun(words, scene.parsed.chunks, at)
  const many = scene.places.some((p) => p !== place && p.start >= place.end && p.end <= (words.end[list.last - 1] ?? 0))
  const end = many ? (words.end[list.last - 1] ?? place.end) : Math.max(place.end, words.end[chunk.head] ?? 0)
  const start = isPlaceHead(scene, chunk) ? Math.min(place.start, startOfName(scene, chunk)) : place.start
  return { start, end, mention: { ...place, ...sliceSpan(words.text, start, end) } }
}

/** Where a place's own name begins in its noun group, past articles and small adjectives. */
function startOfName(scene: Scene, chunk: Chunk): number {
  for (let i = chunk.first; i < chunk.head; i++) {
    if (scene.words.tag[i] === TAG.PROPN) return scene.words.start[i] ?? 0
  }
  return scene.words.start[chunk.head] ?? 0
}

/** A place that no gazetteer knows, or a description: the words stand, coordinates do not. */
function freshCandidate(scene: Scene, at: number, chunk: Chunk, score: number): PlaceCandidate {
  const whole = extendNoun(scene.words, scene.parsed.chunks, at)
  const { start, end } = charactersOf(scene.words, whole.last - chunk.last <= 6 ? whole : chunk)
  return { start, end, score, mention: { ...sliceSpan(scene.words.text, start, end), ...NOWHERE } }
}

function isPlaceHead(scene: Scene, chunk: Chunk): boolean {
  const head = { first: chunk.head, last: chunk.head + 1 }
  const { place, zone, road } = scene.table.named
  return (
    holdsClass(scene, head, zone) ||
    holdsClass(scene, head, road) ||
    (holdsClass(scene, head, place) && !isName(scene, chunk.head))
  )
}

function isName(scene: Scene, token: number): boolean {
  return scene.words.tag[token] === TAG.PROPN && (scene.words.form[token]?.id ?? 0) === 0
}

function isRoad(scene: Scene, chunk: Chunk): boolean {
  return holdsClass(scene, { first: chunk.head, last: chunk.head + 1 }, scene.table.named.road)
}

function holdsName(scene: Scene, chunk: Chunk): boolean {
  for (let i = chunk.first; i < chunk.last; i++) if (scene.words.tag[i] === TAG.PROPN) return true
  return false
}

function isPeople(scene: Scene, chunk: Chunk): boolean {
  const head = { first: chunk.head, last: chunk.head + 1 }
  const { forces, person, place, zone } = scene.table.named
  const people = holdsClass(scene, head, forces) || holdsClass(scene, head, person)
  return people && !holdsClass(scene, head, zone) && !(holdsClass(scene, head, place) && !isName(scene, chunk.head))
}

/** "Russian", "Turkish": the words name a people, the gazetteer its country. */
function isDemonym(place: PlaceMention): boolean {
  if ((place.radiusMetres ?? 0) < 150_000) return false
  return place.name !== place.text && /(?:an|ish|ese|i|ic|nch|eek|utch|iss)s?$/.test(place.text)
}

/** A dateline's capitals: "MOSCOW", "JISR AL-SHUGHUR". */
function isShouted(scene: Scene, chunk: Chunk): boolean {
  return ((scene.words.form[chunk.head]?.shape ?? 0) & SHAPE.upper) !== 0 && chunk.first === scene.sentence.first
}
