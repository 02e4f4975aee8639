import type { Result } from '../../base/result.ts'
import type { PatrolAccount, Stretch } from '../../model/index.ts'
import type { Drive } from '../../plan/index.ts'
import type { CaseFailure, CaseTools, OpenCase } from '../case/index.ts'
import type { Recorded } from '../case/record-decision.ts'
import { recordOfStore } from '../record/index.ts'
import type { PatrolFailure } from './failure.ts'
import { logPatrol } from './log-patrol.ts'

/** A track as what a side's vehicle drove. */
export interface DriveInput {
  readonly patrol: string
  readonly side: string
  readonly drive: Drive
  /** What was to be driven; null where it is not known. */
  readonly planned: Stretch | null
  /** Writes seconds since 1970 UTC as the case's local time, `YYYY-MM-DDThh:mm`. */
  readonly localTime: (seconds: number) => string
  /** What the track lost, in words. */
  readonly losses: readonly string[]
}

/**
 * Logs a drive as a side's account of a patrol. What the side has told already stays as it is; the track adds kilometres, times, stops and
 * what it lost. Fails as `logPatrol` does.
 */
export async function logDrive(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  { patrol, side, drive, planned, localTime, losses }: DriveInput,
): Promise<Result<Recorded, PatrolFailure | CaseFailure>> {
  const { patrols } = await recordOfStore(open, tools)
  const known = patrols.find(({ id }) => id === patrol)
  const told = known?.accounts.find((account) => account.side === side && side !== 'press')
  const account = { ...(told ? wordsOf(told) : firstWords(drive, planned)), ...figuresOf(drive, localTime) }
  const stops = drive.stops.map(({ km, from, minutes }) => {
    return `stood at km ${km.toFixed(1)} from ${localTime(from).slice(11)} for ${minutes.toFixed(0)} min`
  })
  const incidents = [...(told?.incidents ?? []), ...stops, ...losses.map((loss) => `track: ${loss}`)]
  const stretch = planned ?? known?.planned ?? null
  const logged = {
    ...account,
    incidents,
    planned: stretch && { fromKm: rounded(stretch.fromKm), toKm: rounded(stretch.toKm) },
  }
  return logPatrol(open, tools, by, { patrol, side, account: logged })
}

function wordsOf({ number, numberNote, outcome, says, reason, sources }: PatrolAccount) {
  return { number, numberNote, outcome, says, reason, sources }
}

function firstWords({ drivenKm }: Drive, planned: Stretch | null) {
  const isWhole = planned !== null && drivenKm >= Math.abs(planned.fromKm - planned.toKm) - 1
  const outcome = isWhole ? 'completed' : planned ? 'shortened' : 'held'
  return { outcome, says: `By the track of a vehicle: ${drivenKm.toFixed(1)} km of the road driven.` }
}

function figuresOf(
  { startKm, farthestKm, endKm, turnedBack, departed, returned }: Drive,
  localTime: DriveInput['localTime'],
) {
  return {
    fromKm: rounded(startKm),
    toKm: rounded(turnedBack ? farthestKm : endKm),
    turnedBackAtKm: turnedBack ? rounded(farthestKm) : null,
    departed: departed === null ? null : localTime(departed),
    returned: returned === null ? null : localTime(returned),
  }
}

/** To a hundred metres: the line is no better known. */
function rounded(km: number | null): number | null {
  return km === null ? null : Math.round(km * 10) / 10
}
