/**
 * A case at work: its store opened with the key that signs its log, entries appended and sealed, pages taken in, projections brought up to
 * date. Part of the composition root: joins store, ledger, gather and the stages, and may read files, clocks and random numbers.
 * Doors open a case with `openCase` and close it again.
 */
export { auditCase, type CaseAudit, type WitnessedUntil } from './audit-case.ts'
export type { ClaimAmendment } from './amend-claim.ts'
export { createBearings } from './bearings.ts'
export { createTreeReader } from './tree-reader.ts'
export { createCaseTools, IMPORT_KINDS, loadMapping } from './case-tools.ts'
export { addCosignature, requestCosignature, type CosignedCheckpoint } from './cosign.ts'
export { decideLink, mergeIncidents, splitIncident, type LinkInput } from './decide-link.ts'
export { exportBundle, type BundleChoice, type ExportedBundle } from './export-bundle.ts'
export { readStepsOf } from './read-steps.ts'
export type { Recorded } from './record-decision.ts'
export { reviewClaim, type ReviewInput } from './review-claim.ts'
export { takeVerificationStep, type StepInput, type StepTaken } from './take-step.ts'
export { withdrawDecision } from './withdraw-decision.ts'
export { nameWitness, readWitnesses, type Witness, type WitnessInput } from './witnesses.ts'
export { importRows, type ImportReport } from './import-rows.ts'
export { ingestPages, type IngestTally, type SourcePage } from './ingest-pages.ts'
export { askAsOf, rebuildCase } from './project-case.ts'
export type { CaseFailure } from './failure.ts'
export { CASE_CODES } from './failure.ts'
export { pageOf } from './page-of.ts'
export { pagesAt } from './pages-at.ts'
export { initCase, openCase, type OpenCase, type OpenCaseOptions } from './open-case.ts'
export { sealEntry } from './seal.ts'
export type { CaseTools } from './tools.ts'
