import type { PlainDate } from '../base/calendar.ts'
import type {
  Act,
  ClaimReference,
  Contradiction,
  Count,
  Origin,
  PlaceReference,
  TimeReference,
  Validity,
} from '../model/index.ts'

/** What stands behind a sentence or a figure, by ids. */
export interface Cites {
  readonly claims: readonly ClaimReference[]
  readonly incidents: readonly string[]
  readonly findings: readonly string[]
  readonly decisions: readonly string[]
  readonly patrols: readonly string[]
}

/** A sentence of the bulletin. Loaded words stand in it only inside quotation marks. */
export interface Sentence {
  readonly text: string
  readonly cites: Cites
}

/** A number of the bulletin, with a jq expression over its incidents.geojson that gives it again. */
export interface Figure {
  readonly id: string
  readonly label: string
  readonly value: number
  readonly recompute: string
  readonly incidents: readonly string[]
}

/** One origin's version of an incident. */
export interface IncidentVersion {
  readonly speaker: string
  /** Neutral name. */
  readonly name: string
  /** The side that the speaker belongs to; null where it belongs to none. */
  readonly side: string | null
  /** How it stands in the speaker's words: `says`, `denies`, `plans`, …; `tells of another act` where the speaker tells the event otherwise. */
  readonly stance: string
  /** Verbatim, for quotation marks; in the order of the reports, at most three. */
  readonly quotes: readonly string[]
  /** Whether the words are our own abstract of a report published elsewhere, not the report's. */
  readonly isAbstract: boolean
  readonly reports: readonly string[]
}

/** An incident as the bulletin may tell it: places coarsened and names left out by the case's rules. */
export interface PublishedIncident {
  readonly id: string
  readonly act: Act
  readonly time: TimeReference | null
  readonly place: PlaceReference | null
  readonly validity: Validity
  readonly responsibility: string
  readonly killed: Count | null
  readonly injured: Count | null
  readonly actors: readonly string[]
  readonly targets: readonly string[]
  readonly zones: readonly string[]
  readonly road: string | null
  readonly chainageKm: number | null
  readonly origins: readonly Origin[]
  readonly independentOrigins: number
  readonly contradictions: readonly Contradiction[]
  readonly claims: readonly ClaimReference[]
  readonly sentence: string
  readonly versions: readonly IncidentVersion[]
  /** Whether the place is coarser than the record knows it. */
  readonly coarsened: boolean
}

/** How an obligation stood in the period. */
export interface ObligationState {
  readonly obligation: string
  readonly title: string
  /** How many findings of each outcome. */
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[]
  readonly sentences: readonly Sentence[]
}

/** How a clause stood in the period. */
export interface ClauseState {
  readonly clause: string
  readonly title: string
  readonly says: string
  readonly source: string
  readonly obligations: readonly ObligationState[]
}

/** A patrol of the period as each side tells it. */
export interface PatrolState {
  readonly patrol: string
  readonly on: PlainDate
  readonly road: string
  readonly planned: { readonly fromKm: number; readonly toKm: number; readonly text: string } | null
  readonly accounts: readonly {
    readonly side: string
    readonly name: string
    readonly number: string
    readonly outcome: string
    readonly says: string
    readonly reason: string | null
    readonly fromKm: number | null
    readonly toKm: number | null
    readonly turnedBackAtKm: number | null
    readonly sources: readonly string[]
  }[]
}

/** A line of the annex. */
export interface AnnexRow {
  readonly number: number
  readonly finding: string | null
  readonly incident: string | null
  readonly day: string
  readonly place: string
  readonly act: string
  readonly clause: string
  readonly validity: string
  readonly responsibility: string
  readonly origins: number
}

/** A report that the bulletin cites. */
export interface CitedReport {
  readonly id: string
  readonly outlet: string
  readonly title: string | null
  readonly url: string | null
  readonly published: string | null
  readonly isAbstract: boolean
}

/** A picture that came with a report, to be shown with it. Files lie beside the bulletin. */
export interface ReportImage {
  readonly report: string
  /** File of a size for reading, and the full size. */
  readonly file: string
  readonly fullFile: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly credit: string
}

/** What the centre says in public about a period, as known at its cut-off. A value: pages, data and feed are drawn from it. */
export interface Bulletin {
  readonly format: 'truceline-bulletin/1'
  readonly id: string
  readonly case: { readonly id: string; readonly name: string }
  readonly agreement: { readonly title: string; readonly signed: string | null; readonly source: string }
  readonly title: string
  readonly period: { readonly from: PlainDate; readonly to: PlainDate }
  /** Local day and time up to which reports count. */
  readonly cutOff: { readonly day: PlainDate; readonly time: string; readonly zone: string; readonly instant: string }
  readonly language: string
  /** The bulletin that this one replaces; null where it replaces none. */
  readonly supersedes: string | null
  readonly summary: readonly Sentence[]
  readonly figures: readonly Figure[]
  readonly clauses: readonly ClauseState[]
  readonly incidents: readonly PublishedIncident[]
  readonly patrols: readonly PatrolState[]
  readonly decisions: readonly Sentence[]
  readonly access: readonly Sentence[]
  readonly coverage: readonly Sentence[]
  readonly corrections: readonly Sentence[]
  readonly annex: readonly AnnexRow[]
  readonly reports: readonly CitedReport[]
  readonly images: readonly ReportImage[]
  /** How much the case's rules kept out: numbers only. */
  readonly withheld: { readonly incidents: number; readonly coarsened: number }
}
