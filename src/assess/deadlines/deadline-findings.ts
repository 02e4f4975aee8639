import { momentInWords } from '../../base/day-words.ts'
import { parseDay, type PlainDate } from '../../base/calendar.ts'
import type { CaseRecord, ClaimReference, DeadlineState, Decision, Finding, Obligation } from '../../model/index.ts'
import type { Principals } from '../actors/principals.ts'
import type { RuleName } from '../rules/verdict.ts'
import { sayStanding } from '../say/say-incident.ts'

interface DeadlineVerdict {
  readonly state: DeadlineState
  readonly outcome: Finding['outcome']
  readonly rule: RuleName
  readonly reasons: readonly string[]
  readonly claims: readonly ClaimReference[]
  readonly on: PlainDate | null
  readonly decision: Decision | null
}

/** How an obligation with a last day stands on a day; null where the text sets none. `findings`: those of its incidents and patrols. */
export function deadlineFinding(
  obligation: Obligation,
  findings: readonly Finding[],
  record: CaseRecord,
  today: PlainDate,
  principals: Principals,
): Finding | null {
  if (obligation.duty !== 'must' || obligation.due === null) return null
  const verdict = judgeDeadline(obligation, findings, record.decisions, today, principals)
  const told = verdict.claims.length > 0 ? verdict.claims : evidenceOf(obligation, record)
  return {
    id: `${obligation.id}/deadline`,
    clause: obligation.clause,
    obligation: obligation.id,
    subject: { kind: 'deadline' },
    outcome: verdict.outcome,
    validity: 'alleged',
    responsibility: 'undetermined',
    bound: 'party',
    doer: null,
    on: verdict.on === null ? null : { from: verdict.on, to: verdict.on },
    rule: verdict.rule,
    origins: new Set(told.map(({ report }) => report)).size,
    claims: told,
    versions: [],
    disputed: false,
    deadline: verdict.state,
    decision: verdict.decision?.id ?? null,
    sentence: [`${sayStanding(obligation, principals)} ${obligation.says}`, ...verdict.reasons].join(' '),
  }
}

function judgeDeadline(
  obligation: Obligation,
  findings: readonly Finding[],
  decisions: readonly Decision[],
  today: PlainDate,
  principals: Principals,
): DeadlineVerdict {
  const { due, dueAtLatest } = obligation
  const extension =
    decisions.findLast(({ resolution: it }) => it.kind === 'extension' && it.obligation === obligation.id) ?? null
  const until = extension?.resolution.kind === 'extension' ? extension.resolution.until : null
  const done = fulfilment(obligation, findings, decisions, principals)
  const reasons = extension ? [sayExtension(extension, until, principals)] : []
  const last = until ?? (due === 'unknown' ? null : (dueAtLatest ?? due))
  const base = {
    reasons: [...reasons, ...sayDue(due, dueAtLatest, until)],
    decision: extension,
    claims: extension?.claims ?? [],
    on: null,
  }
  if (done) return judgeFulfilment(done, until ?? due, last, base)
  if (extension && (until === null || today <= until))
    return conclude(
      base,
      'extended',
      'cannot-tell',
      'deadline-extended',
      'So: extended; whether it was done is not told yet.',
    )
  if (last === null)
    return conclude(base, 'unknown', 'cannot-tell', 'deadline-not-published', 'So: cannot tell whether it is overdue.')
  return today <= last
    ? conclude(base, 'due', 'cannot-tell', 'deadline-due', `So: due, as of ${momentInWords(today)}.`)
    : conclude(
        base,
        'overdue',
        'cannot-tell',
        'deadline-overdue',
        `By ${momentInWords(today)} nothing in the record tells that it was done. So: overdue; that it was not done cannot be told from silence.`,
      )
}

type Base = Pick<DeadlineVerdict, 'reasons' | 'decision' | 'claims' | 'on'>

function conclude(
  base: Base,
  state: DeadlineState,
  outcome: Finding['outcome'],
  rule: RuleName,
  words: string,
): DeadlineVerdict {
  return { ...base, state, outcome, rule, reasons: [...base.reasons, words] }
}

interface Fulfilment {
  readonly on: PlainDate
  readonly words: string
  readonly claims: readonly ClaimReference[]
  readonly decision: Decision | null
  readonly inPart: boolean
}

function judgeFulfilment(done: Fulfilment, due: string | null, last: PlainDate | null, base: Base): DeadlineVerdict {
  const told = {
    ...base,
    reasons: [...base.reasons, done.words],
    claims: done.claims,
    on: done.on,
    decision: done.decision ?? base.decision,
  }
  const part = done.inPart ? 'fulfilled-in-part' : 'fulfilled'
  if (last === null)
    return conclude(told, 'met', part, 'deadline-met', 'So: done; by which day it was due is not published.')
  if (due !== null && due !== 'unknown' && done.on <= due)
    return conclude(told, 'met', part, 'deadline-met', done.inPart ? 'So: met, in part.' : 'So: met.')
  if (done.on <= last)
    return conclude(
      told,
      'met',
      'cannot-tell',
      'deadline-met-by-one-reading',
      'So: late if the days count from the earlier beginning, in time if from the later; the text does not say which.',
    )
  const days = (parseDay(done.on) ?? 0) - (parseDay(last) ?? 0)
  return conclude(
    told,
    'met-late',
    'fulfilled-in-part',
    'deadline-met-late',
    `So: done, ${days} day${days === 1 ? '' : 's'} late.`,
  )
}

/** The first fulfilment that is told: a decision signed by all who are bound, an act, or a patrol. */
function fulfilment(
  obligation: Obligation,
  findings: readonly Finding[],
  decisions: readonly Decision[],
  principals: Principals,
): Fulfilment | null {
  const signed = decisions.flatMap((decision): readonly Fulfilment[] => {
    const { resolution, signatures, on } = decision
    if (resolution.kind !== 'parameters' || resolution.clause !== obligation.clause || on === null) return []
    const signers = signatures.filter(({ verdict }) => verdict === 'signed').map(({ side }) => side)
    if (!obligation.bound.every((one) => signers.includes(one)) || obligation.patrolsOn !== null) return []
    const words = `Signed by ${principals.namesOf(signers)} on ${momentInWords(on)} (decision ${decision.id}).`
    return [{ on, words, claims: decision.claims, decision, inPart: false }]
  })
  const acts = findings.flatMap((finding): readonly Fulfilment[] => {
    const done = finding.outcome === 'fulfilled' || finding.outcome === 'fulfilled-in-part'
    const took = done || finding.rule === 'patrol-extent-not-told' || finding.rule === 'patrol-disputed'
    const on = finding.on?.from.slice(0, 10)
    if (!took || on === undefined) return []
    const words = `Told of ${momentInWords(on)} (${finding.id}).`
    return [{ on, words, claims: finding.claims, decision: null, inPart: finding.outcome === 'fulfilled-in-part' }]
  })
  return [...signed, ...acts].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null
}

function sayDue(due: string | null, dueAtLatest: PlainDate | null, until: PlainDate | null): readonly string[] {
  if (due === null) return []
  if (due === 'unknown') return [`By which day${until === null ? '' : ' it was due at first'} is not published.`]
  return [
    `Due by ${momentInWords(due)}${dueAtLatest === null ? '' : `, by another reading by ${momentInWords(dueAtLatest)}`}.`,
  ]
}

function sayExtension({ id, on, text, signatures }: Decision, until: PlainDate | null, principals: Principals): string {
  const told = signatures.map(({ side }) => side)
  const day = on === null ? 'on a day not told' : `on ${momentInWords(on)}`
  const end = until === null ? 'until when is not told' : `until ${momentInWords(until)}`
  return `More time was given ${day}, ${end}${told.length > 0 ? `, as ${principals.namesOf(told)} tells it` : ''} (decision ${id}): ${text}`
}

/** The claims that bear out that the obligation is there at all. */
function evidenceOf({ evidence }: Obligation, { readings }: CaseRecord): readonly ClaimReference[] {
  return evidence.flatMap(({ report, act }) =>
    (readings.get(report)?.claims ?? []).flatMap((claim, index) =>
      claim.act === act ? [{ report, claim: index }] : [],
    ),
  )
}
