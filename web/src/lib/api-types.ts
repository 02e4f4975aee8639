import type { WireReading } from '../../../src/contract/index.ts'
import type {
  Claim,
  ClaimReference,
  Incident,
  PlaceReference,
  Report,
  TimeReference,
} from '../../../src/model/index.ts'

/** A stretch of a list, and the cursor of the next; null where it is the last. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** A report as lists show it. */
export interface ReportLine {
  readonly id: string
  readonly entry: number
  readonly source: string
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly published: string | null
  readonly language: string
  readonly claims: number
  readonly sightings: number
}

/** An entry of the log as histories show it. */
export interface LogLine {
  readonly index: number
  readonly kind: string
  readonly at: string
  readonly by: string
  readonly body: { readonly [member: string]: unknown }
}

/** All about a report. */
export interface ReportFile {
  readonly reading: WireReading
  readonly incidents: readonly { readonly claim: number; readonly incident: string; readonly role: 'news' | 'recall' }[]
  readonly history: readonly LogLine[]
}

/** An incident as lists show it: counts instead of what is counted. */
export interface IncidentLine {
  readonly id: string
  readonly act: string
  readonly time: TimeReference | null
  readonly place: PlaceReference | null
  readonly claims: number
  readonly origins: number
  readonly contradictions: number
  readonly validity: string
  readonly responsibility: string
  readonly road: string | null
  readonly chainageKm: number | null
}

/** A claim with the report that it stands in. */
export interface ClaimInReport extends ClaimReference {
  readonly role: 'news' | 'recall'
  readonly words: Claim
  readonly from: Pick<Report, 'title' | 'outlet' | 'url' | 'published' | 'language'>
}

/** Where an incident stands on an axis, and what awaits a second person. */
export interface Standing {
  readonly state: string
  readonly proposed: { readonly state: string; readonly by: string } | null
}

/** What people did with an incident, and where that left it. */
export interface IncidentHistory {
  readonly standing: { readonly validity: Standing; readonly responsibility: Standing }
  readonly entries: readonly LogLine[]
}

/** An incident with each origin's version, what contradicts what, and every claim in its report. */
export interface IncidentFile extends Omit<Incident, 'claims' | 'recalls'> {
  readonly validity: string
  readonly responsibility: string
  readonly road: string | null
  readonly chainageKm: number | null
  readonly claims: readonly ClaimInReport[]
}
