import { createCaseTools } from '../../compose/case/index.ts'
import { localClock, logDrive, readDrive } from '../../compose/patrols/index.ts'
import type { Road, Stretch } from '../../model/index.ts'
import { DROP_WORDS, drivenOf, type Drive } from '../../plan/index.ts'
import { withCase } from '../casework/with-case.ts'
import type { ImportDriveOptions } from '../patrol-entries.ts'
import { refuse, write } from '../terminal/index.ts'
import { openRoad } from './find-place.ts'

/** Matches a GPX track to a road and tells of the drive; with a store, logs it as a side's account. */
export async function runImportDrive(
  file: string,
  options: ImportDriveOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const { into, patrol, side, by } = options
  if (into !== undefined && (patrol === undefined || side === undefined || by === undefined))
    return wrongUsage('--into needs --patrol, --side and --by')
  const clock = clockOf(options.timeZone, wrongUsage)
  const found = openRoad(options.case, options.road)
  if (!found) return
  const ends = [options.from, options.to].map((words) => (words === undefined ? null : found.kmOf(words)))
  if (process.exitCode === 1) return
  const [fromKm, toKm] = [ends[0] ?? null, ends[1] ?? null]
  const planned = fromKm !== null && toKm !== null ? { road: found.road.id, fromKm, toKm } : null
  const drive = await readDrive(file, found.road)
  if (!drive.ok) return refuse(drive.failure)
  await write(
    options.format === 'json' ? `${JSON.stringify(drive.value)}\n` : drawDrive(drive.value, found.road, planned, clock),
  )
  if (into === undefined || patrol === undefined || side === undefined || by === undefined) return
  await withCase(into, async (open) => {
    const track = { patrol, side, drive: drive.value, planned, localTime: clock }
    const logged = await logDrive(open, createCaseTools(options.case), by, track)
    if (!logged.ok) return refuse(logged.failure)
    await write(`${patrol}, ${side}: entry ${logged.value.entry}\n`)
  })
}

type Clock = ReturnType<typeof localClock>

function clockOf(timeZone: string, wrongUsage: (message: string) => never): Clock {
  try {
    return localClock(timeZone)
  } catch {
    return wrongUsage(`--time-zone: found ${timeZone}, expected a zone, Asia/Damascus`)
  }
}

function drawDrive(drive: Drive, road: Road, planned: Stretch | null, clock: Clock): string {
  const { startKm, farthestKm, endKm, turnedBack, driven, drivenKm, departed, returned } = drive
  if (startKm === null || farthestKm === null || endKm === null)
    return `The track never touches ${road.name}: all its ${drive.pointsOffRoad} points lie more than a kilometre off.\n`
  const times =
    departed === null || returned === null ? 'no times' : `${clock(departed)} to ${clock(returned).slice(11)}`
  const of = planned
    ? ` of ${Math.abs(planned.fromKm - planned.toKm).toFixed(1)} planned (${drivenOf(drive, planned).toFixed(1)} of them)`
    : ''
  const lines = [
    `${road.name} from km ${startKm.toFixed(1)} to km ${farthestKm.toFixed(1)}${turnedBack ? `, turned back there, to km ${endKm.toFixed(1)}` : ''}; ${times}`,
    `driven ${drivenKm.toFixed(1)} km${of}: ${driven.map(({ fromKm, toKm }) => `km ${fromKm.toFixed(1)}–${toKm.toFixed(1)}`).join(', ')}`,
    ...drive.stops.map(
      ({ km, from, minutes }) =>
        `stood at km ${km.toFixed(1)} from ${clock(from).slice(11)} for ${minutes.toFixed(0)} min`,
    ),
    ...drive.gaps.map(
      ({ fromKm, toKm, minutes }) =>
        `silent between km ${fromKm.toFixed(1)} and ${toKm.toFixed(1)}${minutes === null ? '' : `, ${minutes.toFixed(0)} min`}: not counted`,
    ),
    ...drive.away.map(
      ({ leftKm, backKm, points, farthestMetres }) =>
        `off the road ${leftKm === null ? 'from the start' : `from km ${leftKm.toFixed(1)}`} ${backKm === null ? 'to the end' : `to km ${backKm.toFixed(1)}`}, up to ${(farthestMetres / 1000).toFixed(1)} km away: ${points} points, not counted`,
    ),
    `${drive.pointsOnRoad} points on the road, ${drive.pointsOffRoad} off it`,
    ...drive.dropped.map(
      ({ why, count, firstAt }) => `dropped: ${DROP_WORDS[why]} (${count}, first at point ${firstAt})`,
    ),
  ]
  return `${lines.join('\n')}\n`
}
