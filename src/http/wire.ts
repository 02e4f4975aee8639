import type { WireEntry, WireIncident, WireIncidentLine } from '../contract/index.ts'
import type { IncidentFile } from '../compose/desk/index.ts'
import type { IndexedEntry } from '../store/index.ts'
import type { FoundIncident } from '../store/projections/index.ts'

/** An incident as lists show it. */
export function toIncidentLine({ incident, ...standing }: FoundIncident): WireIncidentLine {
  const { id, act, time, place, claims, independentOrigins, contradictions } = incident
  const { validity, responsibility, road, chainageKm } = standing
  return {
    id,
    act,
    time,
    place,
    claims: claims.length,
    origins: independentOrigins,
    contradictions: contradictions.length,
    validity,
    responsibility,
    road,
    chainageKm,
  }
}

/** An incident with all its claims. */
export function toIncident(file: IncidentFile): WireIncident {
  const { id, act, time, place, independentOrigins, origins, contradictions } = file.incident
  const { validity, responsibility, road, chainageKm, claims } = file
  return {
    id,
    act,
    time,
    place,
    validity,
    responsibility,
    road,
    chainageKm,
    independentOrigins,
    origins,
    contradictions: contradictions.map(({ field, between, values }) => ({
      field,
      between: [...between],
      values: [...values],
    })),
    claims,
  }
}

/** An entry as histories show it; of a received page all but the reading, which is shown by itself. */
export function toEntry({ index, entry }: IndexedEntry): WireEntry {
  const { kind, at, by, sealed = [] } = entry
  const body = entry.kind === 'report-received' ? { ...entry.body, reading: {} } : entry.body
  return { index, kind, at, by, body: { ...body }, sealed: sealed.map(({ name }) => name) }
}
