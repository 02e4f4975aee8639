import { parseDay, formatDay } from '../../base/calendar.ts'
import { askAsOf, createCaseTools } from '../../compose/case/index.ts'
import { findIncidents, type IncidentFilter } from '../../store/projections/index.ts'
import { drawIncident } from '../corroborating/draw-incident.ts'
import type { IncidentsOptions } from '../incidents.ts'
import { refuse, write } from '../terminal/index.ts'
import { withCase } from './with-case.ts'

type Near = IncidentFilter['near']

/** Lists a case's incidents. */
export async function runIncidents(
  store: string,
  options: IncidentsOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const km = numberOf(options.km, '--km', wrongUsage) ?? 5
  const near = options.near === undefined ? undefined : pointOf(options.near, km, options.case)
  if (near === null) {
    return refuse({
      code: 'place-unknown',
      message: `--near: found ${options.near}, expected a place of the case, or LAT,LON`,
    })
  }
  const filter = filterOf(options, near, wrongUsage)
  const asOf = options.asOf === undefined ? null : endOfDay(options.asOf, wrongUsage)
  await withCase(store, async (open) => {
    const found = await (asOf === null
      ? findIncidents(open.store, filter)
      : askAsOf(open, createCaseTools(options.case), asOf, (sql) => findIncidents(sql, filter)))
    if (options.format === 'json') return write(`${JSON.stringify(found)}\n`)
    for (const one of found) {
      await write(
        options.format === 'ndjson'
          ? `${JSON.stringify(one)}\n`
          : `${drawIncident(one.incident)}  ${one.validity}, ${one.responsibility}\n`,
      )
    }
  })
}

function filterOf(options: IncidentsOptions, near: Near, wrongUsage: (message: string) => never): IncidentFilter {
  const minOrigins = numberOf(options.origins, '--origins', wrongUsage)
  const limit = numberOf(options.limit, '--limit', wrongUsage)
  return {
    ...(options.act && { acts: options.act }),
    ...(options.actor !== undefined && { actor: options.actor }),
    ...(options.place !== undefined && { place: options.place }),
    ...(near && { near }),
    ...(options.from !== undefined && { from: options.from }),
    ...(options.to !== undefined && { to: options.to }),
    ...(options.status !== undefined && { validity: options.status }),
    ...(minOrigins !== undefined && { minOrigins }),
    ...(limit !== undefined && { limit }),
  }
}

function numberOf(text: string | undefined, name: string, wrongUsage: (message: string) => never): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  return Number.isFinite(value) && value >= 0 ? value : wrongUsage(`${name}: found ${text}, expected a number from 0`)
}

/** Null where the name leads nowhere. */
function pointOf(near: string, km: number, caseFolder: string | undefined): NonNullable<Near> | null {
  const pair = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(near)
  if (pair) return { lat: Number(pair[1]), lon: Number(pair[2]), km }
  const place = createCaseTools(caseFolder).findPlace?.(near)
  return place ? { lat: place.lat, lon: place.lon, km } : null
}

/** The instant at which a day is over. */
function endOfDay(day: string, wrongUsage: (message: string) => never): string {
  const number = parseDay(day)
  if (number === null) return wrongUsage(`--as-of: found ${day}, expected a day, YYYY-MM-DD`)
  return `${formatDay(number + 1)}T00:00:00Z`
}
