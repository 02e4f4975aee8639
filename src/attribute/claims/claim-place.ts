import type { Interval } from '../../base/span.ts'
import { familyOf, type Act, type PlaceMention } from '../../model/index.ts'
import type { ActMatch } from './match.ts'
import { findPlaceCandidates, NAMED, type PlaceCandidate, type RoleRanges } from './place-candidates.ts'
import { charactersOf, sufferOf, type Scene } from './scene.ts'

/**
 * The most specific place of an act. Its own words go first; a name in the rest of its sentence, or in the sentence before,
 * goes before a mere description ("the region"); but only for acts told as firm (done, denied, planned). Null where neither sentence names a place of the act.
 */
export function placeOfClaim(
  scene: Scene,
  match: ActMatch,
  allowed: Interval,
  before: Scene | null,
  firm: boolean,
): PlaceMention | null {
  const roles = rolesOf(match)
  const own = charactersOf(scene.words, match.extent)
  const inside = findPlaceCandidates(scene, own, roles)
  const named = best(
    inside.filter((c) => c.score >= NAMED && (familyOf(match.frame.act) !== 'agreement' || stands(scene, c))),
  )
  if (named) return named
  if (match.frame.act.startsWith('ceasefire-')) return best(inside.filter((c) => stands(scene, c)))
  if (familyOf(match.frame.act) === 'agreement') return null
  if (!firm) return best(inside)
  const around = findPlaceCandidates(scene, allowed, roles)
  const namedAround = best(around.filter((c) => c.score >= NAMED + 3))
  if (namedAround) return namedAround
  if (inside.length > 0 && !isPointing(inside)) return best(inside)
  const earlier = before ? earlierPlaces(before) : []
  return best(earlier.filter((c) => c.score >= NAMED + 3)) ?? best(inside.length > 0 ? inside : around)
}

/** An agreement is made in a place; "between", "of" and "with" name its parties, "over" and "for" its matter. */
function stands(scene: Scene, candidate: PlaceCandidate): boolean {
  const text = scene.words.text.slice(Math.max(0, candidate.start - 14), candidate.start).toLowerCase()
  return /(?:^|\s)(?:in|at|along|on|from|near|across) (?:the )?$/.test(text)
}

/** Acts whose object is a place: left, reached, taken, held, crossed. */
const PLACE_TAKING: ReadonlySet<Act> = new Set([
  'withdrawal',
  'troop-movement',
  'position-seized',
  'presence',
  'release-exchange',
  'patrol-held',
  'road-cut',
  'obstacle-cleared',
  'shelling',
  'jamming',
  'access-denied',
  'aid-delivered',
  'ied-mine',
])

function rolesOf({ actor, clause, frame }: ActMatch): RoleRanges {
  const taking = PLACE_TAKING.has(frame.act)
  const object = clause === null ? null : sufferOf(clause)
  const acting = [actor, clause && !(taking && clause.passive) ? clause.subject : null, clause?.agent ?? null]
  return {
    actors: acting.filter((r) => r !== null && r !== object),
    places: taking && object ? [object] : [],
  } as RoleRanges
}

function earlierPlaces(before: Scene): readonly PlaceCandidate[] {
  const subjects = before.parsed.clauses.map((c) => c.subject).filter((r) => r !== null)
  return findPlaceCandidates(before, charactersOf(before.words, before.sentence), { actors: subjects, places: [] })
}

/** "the region", "that area": a description that only points to a place named before. */
function isPointing(list: readonly PlaceCandidate[]): boolean {
  return list.every((c) =>
    /^(?:th(?:e|is|at|ese|ose)) (?:area|region|province|city|town|village|district|country|territory|zone)s?$/i.test(
      c.mention.text,
    ),
  )
}

function best(list: readonly PlaceCandidate[]): PlaceMention | null {
  let top: PlaceCandidate | null = null
  for (const one of list) if (!top || one.score > top.score) top = one
  return top?.mention ?? null
}
