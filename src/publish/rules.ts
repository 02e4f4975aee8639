import type { PlainDate } from '../base/calendar.ts'
import type { Act, AdjudicatedIncident, Agreement, CaseRecord, Count, Finding, Road } from '../model/index.ts'
import type { Bulletin, ReportImage } from './bulletin.ts'

/** What may not be published, or only coarsely. A case's case.yaml tells it. */
export interface PublicationRules {
  /** Acts whose place is made coarser, and to how many metres at least. */
  readonly coarsen: readonly { readonly acts: readonly Act[]; readonly metres: number }[]
  /** Acts that are not published at all. */
  readonly withholdActs: readonly Act[]
  readonly withholdIncidents: readonly string[]
  readonly withholdReports: readonly string[]
  /** Actors that are named to nobody; they become "a person". */
  readonly withholdActors: readonly string[]
  /** Names and other words that are struck from every quotation. */
  readonly withholdWords: readonly string[]
}

/** Rules that keep nothing out. */
export const OPEN_RULES: PublicationRules = {
  coarsen: [],
  withholdActs: [],
  withholdIncidents: [],
  withholdReports: [],
  withholdActors: [],
  withholdWords: [],
}

/** The period and the moment up to which reports count. */
export interface BulletinScope {
  /** `2020-03-16`, or with a number behind it where a day has several. */
  readonly id: string
  readonly from: PlainDate
  readonly to: PlainDate
  /** `instant`: the same moment in UTC. */
  readonly cutOff: { readonly day: PlainDate; readonly time: string; readonly zone: string; readonly instant: string }
  readonly supersedes: string | null
}

/** What a bulletin needs to know of a case beside its record. */
export interface CaseFacts {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly nameOf: (actor: string) => string
  readonly sideOf: (actor: string) => string | null
  /** Names of a place by which quotations may give it away, and the name of the region around it; null where the case does not know it. */
  readonly placeNames: (source: string) => { readonly names: readonly string[]; readonly within: string } | null
  readonly publication: PublicationRules
  readonly images: readonly ReportImage[]
}

/** An incident with the harm and the parties that its claims tell. */
export interface DescribedIncident extends AdjudicatedIncident {
  readonly killed: Count | null
  readonly injured: Count | null
  readonly actors: readonly string[]
  readonly targets: readonly string[]
}

/** All that a bulletin is drafted from. */
export interface BulletinInput {
  readonly record: CaseRecord
  readonly incidents: readonly DescribedIncident[]
  readonly agreement: Agreement | null
  readonly findings: readonly Finding[]
  readonly roads: readonly Road[]
  /** Earlier bulletins of the case, the newest last: what changed since is told. */
  readonly earlier: readonly Bulletin[]
}
