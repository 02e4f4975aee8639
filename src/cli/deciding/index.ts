/**
 * Deciding: the commands by which people work on the record: reviews of claims, decisions on links, steps of verification, withdrawals.
 * Each does one thing with an open case and tells what was recorded; who decides and why are always asked for.
 */
export { runIncidentMerge, runIncidentShow, runIncidentSplit } from './run-incident.ts'
export { runLink } from './run-link.ts'
export { runReview } from './run-review.ts'
export { runVerification } from './run-verification.ts'
export { runWithdraw } from './run-withdraw.ts'
export type { DecidingOptions } from './decide.ts'
export type { SplitOptions } from './run-incident.ts'
export type { LinkOptions } from './run-link.ts'
export type { ReviewOptions } from './run-review.ts'
export type { VerificationOptions } from './run-verification.ts'
