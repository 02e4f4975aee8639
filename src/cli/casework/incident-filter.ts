import { formatDay, parseDay } from '../../base/calendar.ts'
import { isAct } from '../../model/index.ts'
import type { IncidentFilter } from '../../store/projections/index.ts'
import type { IncidentsOptions } from '../incidents.ts'

/** Tells that the command was called wrongly; ends it. */
export type WrongUsage = (message: string) => never

/** Beyond any road. */
const ROAD_END_KM = 100_000
const NEAR_KM = 5

/** What the options of `truceline incidents` ask for, but for a place by its name. */
export function filterOf(options: IncidentsOptions, wrongUsage: WrongUsage): IncidentFilter {
  const { act, actor, place, zone, from, to, status, responsibility } = options
  const stranger = act?.find((word) => !isAct(word))
  if (stranger !== undefined) return wrongUsage(`--act: found ${stranger}, expected an act, as shelling`)
  for (const [name, day] of Object.entries({ from, to })) {
    if (day !== undefined && (parseDay(day) === null || day.length !== 10)) {
      return wrongUsage(`--${name}: found ${day}, expected a day, YYYY-MM-DD`)
    }
  }
  const minOrigins = numberOf(options.origins, '--origins', wrongUsage)
  const limit = numberOf(options.limit, '--limit', wrongUsage)
  const stretch = stretchOf(options, wrongUsage)
  return {
    ...(act && { acts: act }),
    ...(actor !== undefined && { actor }),
    ...(place !== undefined && { place }),
    ...(stretch && { stretch }),
    ...(zone !== undefined && { zone }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(status !== undefined && { validity: status }),
    ...(responsibility !== undefined && { responsibility }),
    ...(minOrigins !== undefined && { minOrigins }),
    ...(limit !== undefined && { limit }),
  }
}

function stretchOf(
  { road, fromKm, toKm, km, near }: IncidentsOptions,
  wrongUsage: WrongUsage,
): IncidentFilter['stretch'] {
  const from = numberOf(fromKm, '--from-km', wrongUsage)
  const to = numberOf(toKm, '--to-km', wrongUsage)
  if (road === undefined) {
    return from === undefined && to === undefined
      ? undefined
      : wrongUsage('--from-km, --to-km: expected --road ROAD too')
  }
  const offsetKm = near === undefined ? numberOf(km, '--km', wrongUsage) : undefined
  const [low, high] = [from ?? 0, to ?? ROAD_END_KM]
  // A stretch may be told either way, as a patrol drives it.
  const ends = { fromKm: Math.min(low, high), toKm: Math.max(low, high) }
  return { road: road.toLowerCase(), ...ends, ...(offsetKm !== undefined && { offsetKm }) }
}

/** A point with its circle, or only the circle where a place is named. */
export function nearOf(
  near: string,
  km: string | undefined,
  wrongUsage: WrongUsage,
): NonNullable<IncidentFilter['near']> | { readonly km: number } {
  const radius = numberOf(km, '--km', wrongUsage) ?? NEAR_KM
  const pair = /^(-?\d+(?:\.\d+)?),\s*(-?\d+(?:\.\d+)?)$/.exec(near)
  if (!pair) return { km: radius }
  const [lat, lon] = [Number(pair[1]), Number(pair[2])]
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return { lat, lon, km: radius }
  return wrongUsage(`--near: found ${near}, expected a latitude to 90 and a longitude to 180`)
}

/** The instant at which a day is over. */
export function endOfDay(day: string, wrongUsage: WrongUsage): string {
  const number = parseDay(day)
  if (number === null) return wrongUsage(`--as-of: found ${day}, expected a day, YYYY-MM-DD`)
  return `${formatDay(number + 1)}T00:00:00Z`
}

function numberOf(text: string | undefined, name: string, wrongUsage: WrongUsage): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) && value >= 0
    ? value
    : wrongUsage(`${name}: found ${text}, expected a number from 0`)
}
