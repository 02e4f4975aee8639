import type { ClaimReference } from '../../model/index.ts'
import type { BulletinInput } from '../rules.ts'

/** Takes the claims of withheld reports out of decisions, patrols and findings, so that no sentence cites them. Incidents are redacted apart. */
export function withoutHiddenClaims(input: BulletinInput, reports: readonly string[]): BulletinInput {
  if (reports.length === 0) return input
  const hidden = new Set(reports)
  const open = (claims: readonly ClaimReference[]) => claims.filter(({ report }) => !hidden.has(report))
  const { record } = input
  return {
    ...input,
    record: {
      ...record,
      decisions: record.decisions.map((decision) => ({ ...decision, claims: open(decision.claims) })),
      patrols: record.patrols.map((patrol) => ({
        ...patrol,
        accounts: patrol.accounts.map((account) => ({ ...account, claims: open(account.claims) })),
      })),
    },
    findings: input.findings.map((finding) => {
      // a finding of an incident makes its sentence when asked: a copy must ask
      return { ...finding, claims: open(finding.claims), sentence: finding.sentence }
    }),
  }
}
