import type { Claim } from './claim.ts'
import type { PlaceMention } from './place.ts'
import type { Report } from './report.ts'
import type { Statement } from './statement.ts'
import type { TimeMention } from './time.ts'

/** What one report says: its statements, the places and times it names, and the claims its statements make. */
export interface Reading {
  readonly report: Report
  readonly statements: readonly Statement[]
  readonly places: readonly PlaceMention[]
  readonly times: readonly TimeMention[]
  readonly claims: readonly Claim[]
}
