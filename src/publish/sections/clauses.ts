import type { Agreement, Finding } from '../../model/index.ts'
import type { ClauseState, ObligationState } from '../bulletin.ts'
import { sentence } from '../say/sentence.ts'

/** Sentences told of one obligation; the annex has all. */
const MAX_SENTENCES = 5
/** What is told first. */
const ORDER = ['breach', 'fulfilled-in-part', 'cannot-tell', 'fulfilled', 'consistent', 'not-covered']

/** How the agreement held in the period, clause by clause, from the findings of it. */
export function tellClauses(agreement: Agreement, findings: readonly Finding[]): readonly ClauseState[] {
  const byObligation = Map.groupBy(findings, ({ obligation }) => obligation)
  return agreement.clauses.map(({ id, title, says, source }) => ({
    clause: id,
    title,
    says,
    source,
    obligations: agreement.obligations
      .filter(({ clause }) => clause === id)
      .map((obligation) => tellObligation(obligation.id, obligation.title, byObligation.get(obligation.id) ?? [])),
  }))
}

function tellObligation(obligation: string, title: string, findings: readonly Finding[]): ObligationState {
  const counts = new Map<string, number>()
  for (const { outcome } of findings) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const rank = ({ outcome }: Finding) => ORDER.indexOf(outcome)
  const told = findings.filter(({ outcome }) => outcome !== 'not-covered').toSorted((a, b) => rank(a) - rank(b))
  return {
    obligation,
    title,
    outcomes: ORDER.filter((outcome) => counts.has(outcome)).map((outcome) => ({
      outcome,
      count: counts.get(outcome) ?? 0,
    })),
    sentences: told.slice(0, MAX_SENTENCES).map((finding) =>
      sentence(finding.sentence, {
        findings: [finding.id],
        claims: finding.claims,
        incidents: finding.subject.kind === 'incident' ? [finding.subject.incident] : [],
        patrols: finding.subject.kind === 'patrol' ? [finding.subject.patrol] : [],
        decisions: finding.decision === null ? [] : [finding.decision],
      }),
    ),
  }
}
