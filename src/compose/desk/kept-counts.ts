import { canonicalJson } from '../../base/canonical-json.ts'
import {
  countIncidents,
  readProjectionState,
  type IncidentCount,
  type IncidentFilter,
} from '../../store/projections/index.ts'
import type { Desk } from './open-desk.ts'

/** Filters whose counts are kept: those in use by a shift. */
const MAX_KEPT = 200

interface Kept {
  readonly state: string
  readonly counts: Map<string, Promise<IncidentCount>>
}

const KEPT = new WeakMap<Desk, Kept>()

/** Counts what a filter lets through; counted once while the record stays the same, since counting 100,000 takes longer than listing 50. */
export async function countOf(desk: Desk, filter: IncidentFilter): Promise<IncidentCount> {
  const { readingsSize, incidentsSize } = await readProjectionState(desk.open.store)
  const state = `${readingsSize} ${incidentsSize}`
  const known = KEPT.get(desk)
  const counts =
    known?.state === state && known.counts.size < MAX_KEPT ? known.counts : new Map<string, Promise<IncidentCount>>()
  if (counts !== known?.counts) KEPT.set(desk, { state, counts })
  const key = canonicalJson(filter)
  const count = counts.get(key) ?? countIncidents(desk.open.store, filter)
  counts.set(key, count)
  count.catch(() => counts.delete(key))
  return count
}
