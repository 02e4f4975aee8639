import { momentInWords } from '../../base/day-words.ts'
import { formatDay, parseDay, type DayNumber, type PlainDate } from '../../base/calendar.ts'
import type { Coverage, Finding, Obligation } from '../../model/index.ts'
import type { Principals } from '../actors/principals.ts'
import { sayStanding } from '../say/say-incident.ts'

/** Days without anything told that are too few to speak of. */
const SHORTEST_QUIET_DAYS = 7

/**
 * What the days between two incidents say of a ban: that it was kept, where they were watched; nothing, where they were not. `inScope`: the
 * ban's findings that lie within it, whoever did them, in the order of their days.
 */
export function silenceFindings(
  obligation: Obligation,
  inScope: readonly Finding[],
  coverage: readonly Coverage[],
  principals: Principals,
): readonly Finding[] {
  if (obligation.duty !== 'must-not') return []
  const silences: Finding[] = []
  let last: { readonly finding: Finding; readonly to: DayNumber } | null = null
  for (const finding of inScope) {
    // most findings of a long record share their day with the one before
    if (last && finding.on?.from === last.finding.on?.from && finding.on?.to === last.finding.on?.to) continue
    const [from, to] = [parseDay(finding.on?.from ?? ''), parseDay(finding.on?.to ?? '')]
    if (from === null || to === null) continue
    if (last && from - last.to > SHORTEST_QUIET_DAYS)
      silences.push(silence(obligation, last.finding, last.to + 1, from - 1, coverage, principals))
    if (!last || to > last.to) last = { finding, to }
  }
  return silences
}

function silence(
  obligation: Obligation,
  before: Finding,
  first: DayNumber,
  last: DayNumber,
  coverage: readonly Coverage[],
  principals: Principals,
): Finding {
  const [from, to] = [formatDay(first), formatDay(last)]
  const watched = isWatched(obligation.zone, from, to, coverage)
  const days = last - first + 1
  const reason = watched
    ? 'The days were watched. So: consistent with it.'
    : 'Nothing in the record tells that the days were watched. So: cannot tell; no report is not no violation.'
  return {
    id: `${obligation.id}/silence/${from}`,
    clause: obligation.clause,
    obligation: obligation.id,
    subject: { kind: 'silence', from, to },
    outcome: watched ? 'consistent' : 'cannot-tell',
    validity: 'alleged',
    responsibility: 'undetermined',
    bound: 'unknown',
    doer: null,
    on: { from, to },
    rule: watched ? 'quiet-and-watched' : 'quiet-not-watched',
    origins: 0,
    claims: before.claims,
    versions: [],
    disputed: false,
    deadline: null,
    decision: null,
    sentence:
      `Nothing that can be dated is told of the ${days} days from ${momentInWords(from)} to ${momentInWords(to)}, after what was told of ${momentInWords(before.on?.to.slice(0, 10) ?? '')} ` +
      `(${before.id}). ${sayStanding(obligation, principals)} ${obligation.says} ${reason}`,
  }
}

/** Whether a zone was watched on every day from one to another, and no gap was told. `*` in coverage is the whole area. */
export function isWatched(zone: string | null, from: PlainDate, to: PlainDate, coverage: readonly Coverage[]): boolean {
  const bearing = coverage.filter(({ what }) => what === '*' || what === zone)
  if (bearing.some((it) => it.gap && it.from <= to && it.to >= from)) return false
  let day = from
  for (;;) {
    const reach = bearing
      .filter((it) => !it.gap && it.from <= day && it.to >= day)
      .map((it) => it.to)
      .toSorted()
      .at(-1)
    if (reach === undefined) return false
    if (reach >= to) return true
    day = formatDay((parseDay(reach) ?? 0) + 1)
  }
}
