import { done, failed, type Result } from '../../base/result.ts'
import type { EntryIndex, Stretch } from '../../model/index.ts'
import { drivenOf, plannedOf, type GpxFailure } from '../../plan/index.ts'
import type { CaseFailure } from '../case/index.ts'
import type { Recorded } from '../case/record-decision.ts'
import { loadCaseFile } from '../case-file.ts'
import {
  driveOfTrack,
  localClock,
  logDrive,
  type DriveOfTrack,
  type DriveWords,
  type PatrolFailure,
} from '../patrols/index.ts'
import { decideOn, type ChangedMeanwhile } from './decide.ts'
import type { Desk } from './open-desk.ts'
import { roadOf } from './patrols.ts'
import { recordNow } from './record-now.ts'

/** A GPX file as it was sent. */
export interface TrackFile {
  /** What messages call it. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A track as it lies on a road. */
export interface MatchedTrack extends DriveOfTrack {
  /** How much of what was to be driven it drove, in km; null where that is not known. */
  readonly ofPlannedKm: number | null
}

/** A day's track, a point a second, has some 5 MiB; a server reads it while others wait. */
const MAX_TRACK_BYTES = 10 * 1024 * 1024

/**
 * Matches a track to a road and keeps nothing of it. Fails with `road-unknown`, `case-unreadable` or a code of GPX files; `gpx-too-large`
 * beyond 10 MiB.
 *
 * @param planned what was to be driven, in km of the road (Default: not known)
 */
export function matchTrack(
  desk: Desk,
  road: string,
  { name, bytes }: TrackFile,
  planned: Omit<Stretch, 'road'> | null = null,
): Result<MatchedTrack, PatrolFailure | GpxFailure> {
  const found = roadOf(desk, road)
  if (!found.ok) return found
  const drive = driveOfTrack(bytes, name, found.value.road, MAX_TRACK_BYTES)
  if (!drive.ok) return drive
  return done({ ...drive.value, ofPlannedKm: planned && drivenOf(drive.value, { road, ...planned }) })
}

/** A track as one side's account of a patrol. */
export interface TrackToLog {
  readonly patrol: string
  readonly side: string
  readonly file: TrackFile
  readonly words: DriveWords
  /** The last entry about the patrol that the person had seen. */
  readonly seen: EntryIndex
  /** Digest of the file that the person looked at, in hexadecimal. (Default: whichever is sent) */
  readonly looked?: string
}

/**
 * Logs a track as a side's account of a patrol. Fails with `changed-meanwhile` where anybody has told of the patrol since, or
 * another file was looked at, and as `matchTrack` and `logDrive` do.
 *
 * @param by the person who records it
 */
export async function logTrack(
  desk: Desk,
  by: string,
  { patrol, side, file, words, seen, looked }: TrackToLog,
): Promise<Result<Recorded, PatrolFailure | GpxFailure | CaseFailure | ChangedMeanwhile>> {
  const { patrols, decisions } = await recordNow(desk)
  const known = patrols.find(({ id }) => id === patrol)
  const planned = plannedOf(known ?? { id: patrol, planned: null }, decisions)?.stretch ?? null
  const drive = matchTrack(desk, known?.road ?? planned?.road ?? roadIn(patrol), file, planned)
  if (!drive.ok) return drive
  if (looked !== undefined && looked !== drive.value.sha256) {
    const message = `file: found SHA-256 ${drive.value.sha256}, expected ${looked}, the one that was looked at`
    return failed({ code: 'changed-meanwhile', message })
  }
  const localTime = localClock(loadCaseFile(desk.caseFolder).timeZone)
  const input = { patrol, side, drive: drive.value, planned, localTime, words }
  return decideOn<Recorded, PatrolFailure | CaseFailure>(desk, { seen, patrols: [patrol] }, (open) =>
    logDrive(open, desk.tools, by, input),
  )
}

/** The road that a patrol's id names. */
function roadIn(patrol: string): string {
  return /^.{10}-(.+?)(?:-\d+)?$/.exec(patrol)?.[1] ?? ''
}
