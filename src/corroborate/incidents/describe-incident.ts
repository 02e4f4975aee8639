import { sha256 } from '../../base/sha256.ts'
import type { Act, Claim, Incident, PlaceReference } from '../../model/index.ts'
import type { ClaimRecord } from '../claim-record.ts'
import type { ClaimGroup } from '../grouping/group-component.ts'
import { countIndependent, findOrigins } from '../origins/find-origins.ts'
import { utterancesOf } from '../origins/utterances.ts'
import { findContradictions } from './contradictions.ts'
import { accountOf, type Account } from './account.ts'

/** Describes a group of claims as an incident: what most origins say, who says it, and where they disagree. */
export function describeIncident(record: ClaimRecord, group: ClaimGroup): Incident {
  const origins = findOrigins(utterancesOf(record, group.news))
  const accounts = origins.map(({ utterances }) =>
    accountOf(
      claimsOf(
        record,
        utterances.flatMap(({ rows }) => rows),
      ),
    ),
  )
  const claims = claimsOf(record, group.news)
  return {
    id: identify(record, group.news[0] ?? 0),
    act: actOf(accounts) ?? firstAct(claims),
    time:
      mostTold(
        accounts.flatMap(({ time }) => time ?? []),
        (time) => `${time.from} ${time.to}`,
      ) ?? null,
    place: mostExact(accounts),
    claims: group.news.map((row) => record.referenceOf(row)),
    recalls: group.recalls.map((row) => record.referenceOf(row)),
    origins: origins.map(({ origin }) => origin),
    independentOrigins: countIndependent(origins),
    contradictions: findContradictions(accounts),
  }
}

/** The claims that stand in rows. */
export function claimsOf(record: ClaimRecord, rows: readonly number[]): readonly Claim[] {
  return rows.flatMap((row) => record.reportOf(row).reading.claims[record.claims.indices.at(row)] ?? [])
}

/** Sixteen hex digits from the report and place of the claim that was published first. */
function identify(record: ClaimRecord, founder: number): string {
  const { report, claim } = record.referenceOf(founder)
  const digest = sha256(`${report}\n${claim}`)
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The act that most origins tell as done, or else deny, plan or demand. */
function actOf(accounts: readonly Account[]): Act | undefined {
  const done = accounts.flatMap(({ doneActs }) => doneActs)
  return mostTold(done.length > 0 ? done : accounts.flatMap(({ acts }) => acts), (act) => act)
}

function firstAct(claims: readonly Claim[]): Act {
  const first = claims[0]
  if (!first) throw new RangeError('an incident without claims')
  return first.act
}

/** The value that most tell; of several, the one told first. */
function mostTold<T>(values: readonly T[], keyOf: (value: T) => string): T | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1)
  return values.toSorted((a, b) => (counts.get(keyOf(b)) ?? 0) - (counts.get(keyOf(a)) ?? 0))[0]
}

function mostExact(accounts: readonly Account[]): PlaceReference | null {
  const places = accounts.flatMap(({ place }) => place ?? [])
  return places.toSorted((a, b) => a.radiusMetres - b.radiusMetres)[0] ?? null
}
