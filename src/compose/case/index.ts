/**
 * A case at work: its store opened with the key that signs its log, entries appended and sealed, pages taken in, projections brought up to
 * date. Part of the composition root: joins store, ledger, gather and the stages, and may read files, clocks and random numbers.
 * Doors open a case with `openCase` and close it again.
 */
export type { CaseFailure } from './failure.ts'
export { CASE_CODES } from './failure.ts'
export { initCase, openCase, type OpenCase, type OpenCaseOptions } from './open-case.ts'
export { sealEntry } from './seal.ts'
