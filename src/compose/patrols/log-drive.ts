import { failed, type Result } from '../../base/result.ts'
import type { PatrolAccount, Stretch } from '../../model/index.ts'
import { DROP_WORDS, plannedOf, type Drive } from '../../plan/index.ts'
import type { CaseFailure, CaseTools, OpenCase } from '../case/index.ts'
import type { Recorded } from '../case/record-decision.ts'
import { recordOfStore } from '../record/index.ts'
import type { PatrolFailure } from './failure.ts'
import { logPatrol } from './log-patrol.ts'
import type { DriveOfTrack } from './read-drive.ts'

/** What a side says of a drive in its own words; what is left out stays as the side told it before, or is told by the track. */
export interface DriveWords {
  readonly outcome?: string
  readonly says?: string
  readonly reason?: string
  /** The patrol's number in the side's count. */
  readonly number?: number
}

/** A track as what a side's vehicle drove. */
export interface DriveInput {
  readonly patrol: string
  readonly side: string
  readonly drive: DriveOfTrack
  /** What was to be driven; null where only the record knows it. */
  readonly planned: Stretch | null
  /** Writes seconds since 1970 UTC as the case's local time, `YYYY-MM-DDThh:mm`. */
  readonly localTime: (seconds: number) => string
  readonly words?: DriveWords
}

/** How lines begin that a track adds to what happened on the way; those of an earlier track go when a new one is logged. */
const TRACK_LINE = /^(?:stood at km \d|track: )/

/** So near the end of what was planned, a drive has reached it. */
const AT_END_KM = 1

/**
 * Logs a drive as a side's account of a patrol. What the side has told already stays as it is, unless `words` say otherwise; the track adds
 * kilometres, times, stops, what it lost and the file's digest. Fails with `track-off-road`, or as `logPatrol` does.
 *
 * @param by the person who records it
 */
export async function logDrive(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  { patrol, side, drive, planned, localTime, words = {} }: DriveInput,
): Promise<Result<Recorded, PatrolFailure | CaseFailure>> {
  if (drive.startKm === null) {
    const found = `${drive.pointsOffRoad} points, all more than a kilometre off`
    return failed({ code: 'track-off-road', message: `track: found ${found}, expected some on the road ${drive.road}` })
  }
  const { patrols, decisions } = await recordOfStore(open, tools)
  const known = patrols.find(({ id }) => id === patrol)
  const told = known?.accounts.find((account) => account.side === side && side !== 'press')
  const stretch = planned ?? plannedOf(known ?? { id: patrol, planned: null }, decisions)?.stretch ?? null
  const before = told ? wordsOf(told) : firstWords(drive, stretch)
  const incidents = [...(told?.incidents ?? []).filter((line) => !TRACK_LINE.test(line)), ...linesOf(drive, localTime)]
  const account = {
    ...before,
    ...words,
    ...figuresOf(drive, stretch, localTime),
    incidents,
    planned: stretch && { fromKm: rounded(stretch.fromKm), toKm: rounded(stretch.toKm) },
  }
  return logPatrol(open, tools, by, { patrol, side, account })
}

function wordsOf({ number, numberNote, outcome, says, reason, sources }: PatrolAccount) {
  return { number, numberNote, outcome, says, reason, sources }
}

function firstWords({ drivenKm }: Drive, planned: Stretch | null) {
  const isWhole = planned !== null && drivenKm >= Math.abs(planned.fromKm - planned.toKm) - AT_END_KM
  const outcome = isWhole ? 'completed' : planned ? 'shortened' : 'held'
  return { outcome, says: `By the track of a vehicle: ${drivenKm.toFixed(1)} km of the road driven.` }
}

function linesOf({ stops, dropped, sha256 }: DriveOfTrack, localTime: DriveInput['localTime']): readonly string[] {
  return [
    ...stops.map(
      ({ km, from, minutes }) =>
        `stood at km ${km.toFixed(1)} from ${localTime(from).slice(11)} for ${minutes.toFixed(0)} min`,
    ),
    ...dropped.map(({ why, count }) => `track: ${count} × ${DROP_WORDS[why]}`),
    `track: file with SHA-256 ${sha256}`,
  ]
}

function figuresOf(
  { startKm, farthestKm, endKm, turnedBack, departed, returned }: Drive,
  planned: Stretch | null,
  localTime: DriveInput['localTime'],
) {
  // who turns at the end of what was planned has not turned back
  const isAtEnd = planned !== null && farthestKm !== null && Math.abs(planned.toKm - farthestKm) <= AT_END_KM
  return {
    fromKm: rounded(startKm),
    toKm: rounded(turnedBack ? farthestKm : endKm),
    turnedBackAtKm: turnedBack && !isAtEnd ? rounded(farthestKm) : null,
    departed: departed === null ? null : localTime(departed),
    returned: returned === null ? null : localTime(returned),
  }
}

/** To a hundred metres: the line is no better known. */
function rounded(km: number | null): number | null {
  return km === null ? null : Math.round(km * 10) / 10
}
