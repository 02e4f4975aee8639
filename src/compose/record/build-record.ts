import { parseDay, type PlainDate } from '../../base/calendar.ts'
import type { ToldDecision } from '../../assess/index.ts'
import type { ToldPatrol } from '../../plan/index.ts'
import {
  familyOf,
  type AdjudicatedIncident,
  type CaseRecord,
  type ClaimReference,
  type Coverage,
  type Decision,
  type Evidence,
  type Patrol,
  type Reading,
} from '../../model/index.ts'

/** What a record is put together from, wherever it lies. */
export interface RecordParts {
  readonly asOf: PlainDate | null
  readonly readings: readonly Reading[]
  readonly abstracts: ReadonlySet<string>
  readonly incidents: readonly AdjudicatedIncident[]
  readonly decisions: readonly ToldDecision[]
  readonly patrols: readonly ToldPatrol[]
  readonly coverage: readonly Coverage[]
  readonly undatedLeftOut: number
}

/** Puts a record together: evidence of decisions and accounts becomes the claims that the readings hold today. */
export function buildRecord(parts: RecordParts): CaseRecord {
  const readings = new Map(parts.readings.map((reading) => [reading.report.id, reading]))
  const byAddress = reportsByAddress(parts.readings)
  return {
    ...parts,
    readings,
    decisions: parts.decisions.map((told) => decisionOf(told, readings)),
    patrols: parts.patrols.map((told) => patrolOf(told, readings, byAddress)),
  }
}

function decisionOf({ evidence, ...told }: ToldDecision, readings: ReadonlyMap<string, Reading>): Decision {
  return { ...told, claims: claimsOf(evidence, readings) }
}

/** An account that names no evidence gets what its sources, by their addresses, assert of a patrol. */
function patrolOf(
  told: ToldPatrol,
  readings: ReadonlyMap<string, Reading>,
  byAddress: ReadonlyMap<string, readonly Reading[]>,
): Patrol {
  const accounts = told.accounts.map(({ evidence, ...account }) => {
    const sources = account.sources.flatMap((address) => byAddress.get(plainAddress(address)) ?? [])
    return { ...account, claims: evidence.length > 0 ? claimsOf(evidence, readings) : sources.flatMap(patrolClaims) }
  })
  return { ...told, accounts }
}

function patrolClaims({ report, claims }: Reading): readonly ClaimReference[] {
  return claims.flatMap(({ act, modality, confidence }, claim) =>
    familyOf(act) === 'patrol' && modality === 'asserted' && confidence > 0 ? [{ report: report.id, claim }] : [],
  )
}

function reportsByAddress(readings: readonly Reading[]): ReadonlyMap<string, readonly Reading[]> {
  const byAddress = new Map<string, Reading[]>()
  for (const reading of readings) {
    const address = plainAddress(reading.report.url ?? '')
    if (address !== '') byAddress.set(address, [...(byAddress.get(address) ?? []), reading])
  }
  return byAddress
}

/** An address without what does not tell pages apart: the scheme, `www.`, a slash at the end. */
function plainAddress(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
}

/** The claims that evidence names by report and act; none where the report is not in the record, or is read otherwise. */
export function claimsOf(
  evidence: readonly Evidence[],
  readings: ReadonlyMap<string, Reading>,
): readonly ClaimReference[] {
  return evidence.flatMap(({ report, act }) =>
    (readings.get(report)?.claims ?? []).flatMap((claim, index) =>
      claim.act === act && claim.confidence > 0 ? [{ report, claim: index }] : [],
    ),
  )
}

/** Whether something of a day was known at the end of `asOf`; what has no day was not known for sure. */
export function wasKnown(day: string | null, asOf: PlainDate | null): boolean {
  if (asOf === null) return true
  const [told, limit] = [parseDay(day ?? ''), parseDay(asOf)]
  return told !== null && limit !== null && told <= limit
}
