import { createCaseTools } from '../../compose/case/index.ts'
import { logPatrol } from '../../compose/patrols/index.ts'
import { withCase } from '../casework/with-case.ts'
import type { LogOptions } from '../patrol-entries.ts'
import { refuse, write } from '../terminal/index.ts'
import { openRoad, type RoadFinder } from './find-place.ts'

type WrongUsage = (message: string) => never

/** Logs a side's account of a patrol. */
export async function runLog(
  store: string,
  patrol: string,
  options: LogOptions,
  wrongUsage: WrongUsage,
): Promise<void> {
  const roadId = /^.{10}-(.+?)(?:-\d+)?$/.exec(patrol)?.[1] ?? ''
  const road = openRoad(options.case, roadId)
  if (!road) return
  const account = accountOf(patrol.slice(0, 10), options, road, wrongUsage)
  if (!account) return
  await withCase(store, async (open) => {
    const logged = await logPatrol(open, createCaseTools(options.case), options.by, {
      patrol,
      side: options.side,
      account,
    })
    if (!logged.ok) return refuse(logged.failure)
    await write(`${patrol}, ${options.side}: entry ${logged.value.entry}\n`)
  })
}

/** Null where a place leads nowhere, which is then said. */
function accountOf(day: string, options: LogOptions, { kmOf }: RoadFinder, wrongUsage: WrongUsage) {
  const timeOf = (time: string | undefined, name: string): string | null => {
    if (time === undefined) return null
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
      ? `${day}T${time}`
      : wrongUsage(`${name}: found ${time}, expected hh:mm`)
  }
  const passed = (options.passed ?? []).map((text) => {
    const [place = '', time] = text.split('@')
    return { place, time, km: kmOf(place) }
  })
  const stopped = (options.stopped ?? []).map((text) => {
    const colon = text.indexOf(':')
    const place = colon < 0 ? text : text.slice(0, colon)
    return { place, because: colon < 0 ? '' : text.slice(colon + 1).trim(), km: kmOf(place) }
  })
  const fromKm = options.from === undefined ? null : kmOf(options.from)
  const turnedBackAtKm = options.turnedBackAt === undefined ? null : kmOf(options.turnedBackAt)
  const asked = [
    options.from === undefined || fromKm !== null,
    options.turnedBackAt === undefined || turnedBackAtKm !== null,
  ]
  if ([...passed, ...stopped].some(({ km }) => km === null) || asked.includes(false)) return null
  return {
    outcome: options.outcome,
    says: options.says,
    number: options.number === undefined ? null : Number(options.number),
    reason: options.reason ?? null,
    fromKm,
    toKm: turnedBackAtKm ?? farthestOf(fromKm, passed),
    turnedBackAtKm,
    departed: timeOf(options.departed, '--departed'),
    returned: timeOf(options.returned, '--returned'),
    incidents: [
      ...passed.map(({ place, time }) => `passed ${place}${time ? ` at ${time}` : ''}`),
      ...stopped.map(({ place, because }) => `stopped at ${place}${because ? `: ${because}` : ''}`),
    ],
    sources: options.source ?? [],
  }
}

/** Of the places passed the one farthest from the beginning. */
function farthestOf(fromKm: number | null, passed: readonly { readonly km: number | null }[]): number | null {
  const kms = passed.flatMap(({ km }) => km ?? [])
  const start = fromKm ?? kms[0] ?? 0
  return kms.toSorted((a, b) => Math.abs(b - start) - Math.abs(a - start))[0] ?? null
}
