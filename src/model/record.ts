import type { PlainDate } from '../base/calendar.ts'
import type { Coverage } from './coverage.ts'
import type { Decision } from './decision.ts'
import type { Incident } from './incident.ts'
import type { Patrol } from './patrol.ts'
import type { Reading } from './reading.ts'
import type { Validity } from './verification.ts'

/** An incident with where it stands on the two axes and where it lies. */
export interface AdjudicatedIncident {
  readonly incident: Incident
  readonly validity: Validity
  /** `undetermined`, `attributable:ACTOR` and so on. */
  readonly responsibility: string
  /** Zones of the agreement that it lies in for sure. */
  readonly zones: readonly string[]
  readonly road: string | null
  readonly chainageKm: number | null
}

/** All of a case that the pure stages read, as known at one time. */
export interface CaseRecord {
  /** Day at whose end it was so known; null: all that is known. */
  readonly asOf: PlainDate | null
  /** By report id. */
  readonly readings: ReadonlyMap<string, Reading>
  /** Reports that are our own abstracts of reports published elsewhere. */
  readonly abstracts: ReadonlySet<string>
  readonly incidents: readonly AdjudicatedIncident[]
  readonly decisions: readonly Decision[]
  readonly patrols: readonly Patrol[]
  readonly coverage: readonly Coverage[]
  /** Reports left out because nobody knows when they were published, and it was asked what was known on a day. */
  readonly undatedLeftOut: number
}
