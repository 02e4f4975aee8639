import { createCaseTools, askAsOf, type OpenCase } from '../../compose/case/index.ts'
import {
  findIncidents,
  findPlaceNamed,
  type FoundIncident,
  type IncidentFilter,
} from '../../store/projections/index.ts'
import { drawIncident } from '../corroborating/draw-incident.ts'
import { plainState } from '../deciding/plain-states.ts'
import type { IncidentsOptions } from '../incidents.ts'
import { refuse, write } from '../terminal/index.ts'
import { endOfDay, filterOf, nearOf, type WrongUsage } from './incident-filter.ts'
import { withCase } from './with-case.ts'

/** Lists a case's incidents. */
export async function runIncidents(store: string, options: IncidentsOptions, wrongUsage: WrongUsage): Promise<void> {
  const filter = filterOf(options, wrongUsage)
  const asOf = options.asOf === undefined ? null : endOfDay(options.asOf, wrongUsage)
  await withCase(store, async (open) => {
    const near = await pointOf(open, options, wrongUsage)
    if (near === null) {
      const expected = 'a place of the case, one that an incident names, or LAT,LON'
      return refuse({ code: 'place-unknown', message: `--near: found ${options.near}, expected ${expected}` })
    }
    const whole: IncidentFilter = { ...filter, ...(near && { near }) }
    const found = await (asOf === null
      ? findIncidents(open.store, whole)
      : askAsOf(open, createCaseTools(options.case), asOf, (sql) => findIncidents(sql, whole)))
    if (options.format === 'json') return write(`${JSON.stringify(found)}\n`)
    for (const one of found) await write(options.format === 'ndjson' ? `${JSON.stringify(one)}\n` : drawFound(one))
    if (options.format === 'text') await write(found.length === 0 ? 'No incident of the record fits.\n' : '')
  })
}

/** Undefined where no place is asked for; null where the name leads nowhere. */
async function pointOf(
  open: OpenCase,
  { near, km, case: caseFolder }: IncidentsOptions,
  wrongUsage: WrongUsage,
): Promise<IncidentFilter['near'] | null> {
  if (near === undefined) return undefined
  const point = nearOf(near, km, wrongUsage)
  if ('lat' in point) return point
  const place = createCaseTools(caseFolder).findPlace?.(near) ?? (await findPlaceNamed(open.store, near))
  return place ? { lat: place.lat, lon: place.lon, km: point.km } : null
}

function drawFound({ incident, validity, proposed, responsibility, road, chainageKm }: FoundIncident): string {
  const waits = proposed === null ? '' : ` (${plainState(proposed)} proposed)`
  const where = road === null || chainageKm === null ? '' : ` · ${road} at km ${chainageKm.toFixed(1)}`
  return `${drawIncident(incident).trimEnd()}\n  ${plainState(validity)}${waits}, ${plainState(responsibility)}${where}\n\n`
}
