import type { DecisionLine } from './api-patrols.ts'
import type { IncidentLine, LogLine, ReportLine } from './api-types.ts'

/** A last day that is near, or gone by. */
export interface DueLine {
  readonly obligation: string
  readonly clause: string
  readonly title: string
  readonly state: string
  readonly due: string | null
}

/** What a shift needs to know when it begins. */
export interface DeskView {
  /** The latest reports. */
  readonly arrived: readonly ReportLine[]
  /** Pages that could not be had or read, and why. */
  readonly failed: readonly { readonly source: string; readonly code: string; readonly message: string }[]
  /** What people did, the last first. */
  readonly changed: readonly LogLine[]
  /** Absent where the case has no agreement. */
  readonly due?: readonly DueLine[]
  readonly awaiting: {
    /** Incidents with a state that waits for a second person. */
    readonly incidents: readonly (IncidentLine & { readonly proposed: string; readonly by: string })[]
    /** Decisions that a side has not spoken on. */
    readonly decisions: readonly DecisionLine[]
  }
  readonly sides: readonly string[]
}
