import type { BanStatus, DutyStatus } from '../../assess/index.ts'
import type { AssessedRecord } from '../../compose/record/index.ts'
import { OUTCOMES } from '../../model/index.ts'
import { printableLine, wrapText, type Style } from '../terminal/index.ts'

interface Look {
  readonly columns: number
  readonly style: Style
  readonly withDays: boolean
}

/** How one obligation holds, for people. */
export function drawStatus(status: BanStatus | DutyStatus, { assessor }: AssessedRecord, look: Look): string {
  const obligation = assessor.rules.agreement.obligations.find(({ id }) => id === status.obligation)
  const { standing } = obligation ?? {}
  const where =
    standing?.kind === 'one-side'
      ? ` (told by ${standing.side} alone)`
      : standing?.kind === 'unpublished'
        ? ' (not published)'
        : ''
  const lines = status.kind === 'ban' ? banLines(status, look.withDays) : dutyLines(status)
  return [
    look.style.bold(`Clause ${status.clause}: ${obligation?.title ?? status.obligation}${where}`),
    ...wrapText(printableLine(obligation?.says ?? ''), look.columns - 2).map((line) => `  ${line}`),
    ...lines.flatMap((line) =>
      wrapText(printableLine(line), look.columns - 4).map((part, i) => `${i === 0 ? '  ' : '    '}${part}`),
    ),
    '',
    '',
  ].join('\n')
}

function banLines(status: BanStatus, withDays: boolean): readonly string[] {
  const {
    alleged,
    corroborated,
    verified,
    breaches,
    notAttributable,
    disputed,
    undated,
    days,
    watchedDays,
    quietDays,
    longestQuiet,
    trend,
  } = status
  if (days.length === 0) return ['From when to when it holds is not published: cannot tell.']
  const unwatched = days.length - watchedDays
  const zero = (count: number): string => (count === 0 && unwatched > 0 ? 'none told, not watched' : String(count))
  return [
    `${days.length} days from ${status.from} to ${status.to}; watched on ${watchedDays === 0 ? 'none that the record tells of' : String(watchedDays)}.`,
    `incidents: alleged ${zero(alleged.length)} · corroborated by two origins or more ${zero(corroborated.length)} · verified ${zero(verified.length)}`,
    `of these: by somebody who is bound, as told, ${breaches.length} · nobody told who did it ${share(notAttributable, alleged)} · told differently ${share(disputed, alleged)}`,
    `days without a corroborated incident: ${quietDays} of ${days.length}${unwatched > 0 ? ` (${unwatched} not watched: no report is not no violation)` : ''}`,
    longestQuiet
      ? `longest such row: ${longestQuiet.days} days, ${longestQuiet.from} to ${longestQuiet.to}${longestQuiet.watched ? '' : ', not watched throughout'}`
      : 'no day without a corroborated incident',
    `trend: ${perDay(trend.since)} a day since it holds, ${perDay(trend.lately)} in the last seven days; before: ${trend.before === null ? 'nothing in the record to compare with' : `${perDay(trend.before)} a day`}`,
    ...(undated.length > 0 ? [`not counted by day, since no day is told: ${undated.length}`] : []),
    ...(alleged.length > 0 ? [`incidents: ${alleged.join(' ')}`] : []),
    ...(withDays ? days.flatMap(dayLine) : []),
  ]
}

function dayLine({ day, alleged, corroborated, verified, watched }: BanStatus['days'][number]): readonly string[] {
  if (alleged.length === 0) return [`${day}  ${watched ? '0' : 'not watched'}`]
  return [
    `${day}  alleged ${alleged.length}, corroborated ${corroborated.length}, verified ${verified.length}  ${alleged.join(' ')}`,
  ]
}

function dutyLines({ findings, disputed, hindered, deadline }: DutyStatus): readonly string[] {
  const counts = OUTCOMES.flatMap((outcome) => {
    const count = findings[outcome]?.length ?? 0
    return count > 0 && outcome !== 'not-covered' ? [`${outcome.replaceAll('-', ' ')} ${count}`] : []
  })
  return [
    counts.length > 0 ? counts.join(' · ') : 'nothing in the record tells of it',
    ...(disputed.length > 0 ? [`told differently: ${disputed.join(' ')}`] : []),
    ...(hindered.length > 0 ? [`hindered by others: ${hindered.join(' ')}`] : []),
    ...(deadline ? [`deadline: ${deadline.deadline ?? 'unknown'} — ${deadline.sentence}`] : []),
  ]
}

function share(some: readonly string[], all: readonly string[]): string {
  return all.length === 0 ? '0' : `${some.length} (${Math.round((100 * some.length) / all.length)} %)`
}

function perDay(rate: number): string {
  return rate.toFixed(2)
}
