import { ACT_FAMILIES, ACTS } from '../../model/index.ts'
import { kilometresBetween } from './distance.ts'
import type { ClaimTable } from '../claims/claim-table.ts'

/** Points for one village; a district tells less, a region of REGION_KM nothing. */
const SAME_SPOT = 300
const SPOT_KM = 3
const REGION_KM = 100
/** A place that reaches farther than this says nothing. */
const WIDEST_KM = 200
/** By how much gazetteers differ on one place. */
const ERROR_KM = 2
/** Points for two places that just do not touch: most likely two, though a report may name the next town; and what each doubling takes from them. */
const NEXT_PLACE = -150
const PER_DOUBLING = -250
const FARTHEST = -900
/** Points for names that are the same, or differ, where no point is known. */
const SAME_NAME = 150
const OTHER_NAME = -30

/** Points for acts of force at two spots that are both exactly told: what is done at one village is not done at another, as a patrol may be. */
const OTHER_SPOT = -200
/** A place that reaches no farther is a spot. */
const LARGEST_SPOT_KM = 6
const FORCE: ReadonlySet<number> = new Set(ACT_FAMILIES.force.map((act) => ACTS.indexOf(act)))

/** What the places of two claims say for their telling of one event. A place that is not told speaks neither for nor against. */
export function placeEvidence(claims: ClaimTable, i: number, j: number): number {
  const [latitude, other] = [claims.latitudes.at(i), claims.latitudes.at(j)]
  if (Number.isNaN(latitude) || Number.isNaN(other))
    return nameEvidence(claims.placeNames.at(i), claims.placeNames.at(j))
  // A country is told of much that happens in others.
  if (Math.max(claims.radiiKm.at(i), claims.radiiKm.at(j)) > WIDEST_KM) return 0
  const km = kilometresBetween(latitude, claims.longitudes.at(i), other, claims.longitudes.at(j))
  const reach = claims.radiiKm.at(i) + claims.radiiKm.at(j) + ERROR_KM
  if (km > reach) {
    const points = NEXT_PLACE + PER_DOUBLING * Math.log2(km / reach) + (areSpotsOfForce(claims, i, j) ? OTHER_SPOT : 0)
    return Math.max(FARTHEST, Math.round(points))
  }
  const widest = Math.max(SPOT_KM, claims.radiiKm.at(i), claims.radiiKm.at(j), km)
  return Math.max(0, Math.round((SAME_SPOT * Math.log(REGION_KM / widest)) / Math.log(REGION_KM / SPOT_KM)))
}

function nameEvidence(name: number, other: number): number {
  if (name === 0 || other === 0) return 0
  return name === other ? SAME_NAME : OTHER_NAME
}

/** Whether two claims tell of acts of force at two spots that do not touch: alike words ("shelled A", "shelled B") are a way of writing then. */
export function areTwoSpots(claims: ClaimTable, i: number, j: number): boolean {
  const [latitude, other] = [claims.latitudes.at(i), claims.latitudes.at(j)]
  if (Number.isNaN(latitude) || Number.isNaN(other) || !areSpotsOfForce(claims, i, j)) return false
  const reach = claims.radiiKm.at(i) + claims.radiiKm.at(j) + ERROR_KM
  return kilometresBetween(latitude, claims.longitudes.at(i), other, claims.longitudes.at(j)) > reach
}

function areSpotsOfForce(claims: ClaimTable, i: number, j: number): boolean {
  return [i, j].every((row) => FORCE.has(claims.acts.at(row)) && claims.radiiKm.at(row) <= LARGEST_SPOT_KM)
}
