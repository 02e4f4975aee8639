import { parseDay, type DayNumber } from '../../base/calendar.ts'
import type {
  Act,
  AdjudicatedIncident,
  CaseRecord,
  Claim,
  ClaimReference,
  Harm,
  PlaceReference,
  Road,
} from '../../model/index.ts'
import { locatePlace, type PlaceOnRoad } from '../roads/locate-place.ts'
import { AGAINST_CIVILIANS, BY_MODALITY, BY_VALIDITY, SEVERITY, type RiskParameters } from './parameters.ts'

/** A claim of an incident with what a planner asks of it: when, and where by the roads. */
export interface LocatedClaim {
  readonly reference: ClaimReference
  readonly claim: Claim
  /** The day it tells, else its report was published; null where neither is known. */
  readonly day: DayNumber | null
  readonly where: PlaceOnRoad
  /** Null where no place is told, or it leads nowhere. */
  readonly point: PlaceReference | null
}

/** One act of an incident as it bears on driving a road; an incident of which several acts are told has several. */
export interface Hazard {
  readonly incident: string
  readonly act: Act
  /** The claims of that act. */
  readonly claims: readonly LocatedClaim[]
  /** 0–1: severity by act and harm, times how far it is to be believed; before age, distance and hour. Most acts weigh nothing. */
  readonly weight: number
  /** The latest day that its claims tell. */
  readonly day: DayNumber | null
  /** The hour it happened, 0–23; null where it is not told. */
  readonly hour: number | null
  readonly where: PlaceOnRoad
  readonly point: LocatedClaim['point']
}

/** The incidents of a record as they bear on driving, in the record's order. */
export function hazardsOf(record: CaseRecord, roads: readonly Road[], parameters: RiskParameters): readonly Hazard[] {
  return record.incidents.flatMap((adjudicated) => {
    const claims = adjudicated.incident.claims.flatMap((reference) => locateClaim(reference, record, roads))
    const acts = [...new Set(claims.map(({ claim }) => claim.act))]
    return acts.map((act) => {
      const told = claims.filter(({ claim }) => claim.act === act)
      return hazardOf(act, told, claims, adjudicated, roads, parameters)
    })
  })
}

function hazardOf(
  act: Act,
  claims: readonly LocatedClaim[],
  all: readonly LocatedClaim[],
  { incident, validity }: AdjudicatedIncident,
  roads: readonly Road[],
  parameters: RiskParameters,
): Hazard {
  const days = claims.flatMap(({ day }) => day ?? [])
  const severity = Math.max(0, ...claims.map(({ claim }) => severityOf(claim, parameters)))
  const denied = claims.some(({ claim }) => claim.modality === 'denied') ? parameters.denialFactor : 1
  const reports = new Set(claims.map(({ reference }) => reference.report))
  const origins = incident.origins.filter((origin) => origin.reports.some((report) => reports.has(report))).length
  const belief = 1 - (1 - parameters.originBelief) ** Math.max(1, origins)
  return {
    incident: incident.id,
    act,
    claims,
    weight: Math.min(1, severity * BY_VALIDITY[validity] * denied * belief),
    day: days.length > 0 ? Math.max(...days) : null,
    hour: hourOf(incident.time),
    ...placeOf(claims, all, incident.place, roads),
  }
}

/**
 * The most exact place that the claims name, else that the same reports name for another act of the incident. A place that only other
 * reports name is told of the incident, not of this act: it counts as somewhere on that road.
 */
function placeOf(
  claims: readonly LocatedClaim[],
  all: readonly LocatedClaim[],
  own: PlaceReference | null,
  roads: readonly Road[],
): Pick<Hazard, 'where' | 'point'> {
  const reports = new Set(claims.map(({ reference }) => reference.report))
  for (const told of [claims, all.filter(({ reference }) => reports.has(reference.report))]) {
    for (const kind of ['at', 'somewhere', 'off'] as const) {
      const placed = told.find(({ where, point }) => where.kind === kind && point !== null)
      if (placed) return { where: placed.where, point: placed.point }
    }
  }
  const where = locatePlace(roads, own)
  return { where: where.kind === 'at' ? { kind: 'somewhere', road: where.position.road } : where, point: own }
}

function locateClaim(
  reference: ClaimReference,
  { readings }: CaseRecord,
  roads: readonly Road[],
): readonly LocatedClaim[] {
  const reading = readings.get(reference.report)
  const claim = reading?.claims[reference.claim]
  if (!reading || !claim) return []
  const { place } = claim
  const named = place && place.name !== null ? place : null
  const day = parseDay(claim.time?.to ?? '') ?? parseDay(reading.report.published ?? '')
  return [{ reference, claim, day, where: locatePlace(roads, named), point: named }]
}

function severityOf({ act, modality, harm }: Claim, { harmStep, civilianFactor }: RiskParameters): number {
  const severity = (SEVERITY[act] ?? 0) * BY_MODALITY[modality]
  const civilians = AGAINST_CIVILIANS.includes(act) ? civilianFactor : 1
  return severity * civilians * (1 + harmStep * Math.log10(1 + hurtIn(harm)))
}

/** People killed or injured, by the lower bound of what is told. */
function hurtIn(harm: Harm | null): number {
  return (harm?.killed?.min ?? 0) + (harm?.injured?.min ?? 0)
}

function hourOf(time: { readonly from: string; readonly precision: string } | null): number | null {
  const exact = time?.precision === 'minute' || time?.precision === 'hour'
  return time && exact ? Number(time.from.slice(11, 13)) : null
}
