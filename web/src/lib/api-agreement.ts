import type { Agreement, Decision, Obligation } from '../../../src/model/index.ts'
import type { FindingLine } from './findings.ts'

/** How many findings of each outcome. */
export type OutcomeCounts = { readonly [outcome: string]: number }

/** A day of what is barred: incidents by how sure they are, each also in those before it. A zero on an unwatched day says nothing. */
export interface HoldingDay {
  readonly day: string
  readonly watched: boolean
  readonly alleged: number
  readonly corroborated: number
  readonly verified: number
}

/** How an obligation stands: its findings counted, its days, and its last day with every extension. */
export interface ObligationLine extends Pick<
  Obligation,
  'id' | 'clause' | 'title' | 'says' | 'duty' | 'bound' | 'term' | 'due' | 'zone'
> {
  readonly counts: OutcomeCounts
  readonly deadline: { readonly state: string; readonly due: string | null; readonly sentence: string } | null
  readonly extensions: readonly Pick<Decision, 'id' | 'on' | 'text'>[]
  readonly holds: { readonly watchedDays: number; readonly days: readonly HoldingDay[] } | null
}

/** What one side makes of incidents, by their ids. */
export interface SideLedger {
  readonly side: string
  readonly reported: readonly string[]
  readonly confirmed: readonly string[]
  readonly disputed: readonly string[]
  readonly neverMentioned: readonly string[]
}

/** The agreement and how it holds. */
export interface AgreementView {
  readonly agreement: Pick<
    Agreement,
    'id' | 'title' | 'signed' | 'source' | 'parties' | 'guarantors' | 'groups' | 'clauses'
  >
  readonly obligations: readonly ObligationLine[]
  readonly ledgers: readonly SideLedger[]
  readonly today: string
}

/** A list of findings. */
export interface FindingsView {
  readonly items: readonly FindingLine[]
}
