import type { Claim, Count, Incident, Reading } from '../model/index.ts'
import type { ExchangedIncident } from './exchanged-incident.ts'

/** An incident with what people decided of it and where it lies. */
export interface JudgedIncident {
  readonly incident: Incident
  readonly validity: string
  readonly responsibility: string
  readonly zones: readonly string[]
  readonly road: string | null
  readonly chainageKm: number | null
}

/** Puts together what is handed out of an incident, from the record and the readings of its reports, by report id. */
export function describeIncident(judged: JudgedIncident, readings: ReadonlyMap<string, Reading>): ExchangedIncident {
  const { incident, validity, responsibility, zones, road, chainageKm } = judged
  const { id, act, time, place, origins, independentOrigins, contradictions } = incident
  const claims = incident.claims.flatMap(({ report, claim }) => readings.get(report)?.claims[claim] ?? [])
  const asserted = claims.filter(({ modality }) => modality === 'asserted')
  const telling = asserted.length > 0 ? asserted : claims
  // who did another act of the same event did not thereby do this one
  const ofAct = telling.filter((claim) => claim.act === act)
  const naming = ofAct.length > 0 ? ofAct : telling
  return {
    id,
    act,
    time,
    place,
    validity,
    responsibility,
    killed: spanOf(telling, 'killed'),
    injured: spanOf(telling, 'injured'),
    actors: partiesOf(naming, 'actor'),
    targets: partiesOf(naming, 'target'),
    zones,
    road,
    chainageKm,
    origins,
    independentOrigins,
    contradictions,
    claims: incident.claims,
  }
}

/** From the lowest to the highest number told; without an upper bound where one claim has none. */
function spanOf(claims: readonly Claim[], field: 'killed' | 'injured'): Count | null {
  const counts = claims.flatMap(({ harm }) => harm?.[field] ?? [])
  if (counts.length === 0) return null
  const tops = counts.map(({ max }) => max)
  const min = Math.min(...counts.map((count) => count.min))
  return { min, max: tops.every((top) => top !== null) ? Math.max(...tops) : null }
}

function partiesOf(claims: readonly Claim[], role: 'actor' | 'target'): readonly string[] {
  return [...new Set(claims.flatMap((claim) => claim[role]?.id ?? claim[role]?.text ?? []))]
}
