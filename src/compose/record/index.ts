/**
 * Record: a case's record as the pure stages read it (`CaseRecord`), from a case's folder alone or from its store, all that is known or what
 * was known on a day. Part of the composition root: reads files and joins the stages.
 */
export type { RecordFailure } from './failure.ts'
export { recordOfFolder, type FolderOptions } from './record-of-folder.ts'
export { loadFolder, type LoadTally } from './load-folder.ts'
export { hasAgreement, loadAssessmentRules, parseAgreementText, readAgreementFile } from '../load-agreement.ts'
export { readAssessed, type AssessedRecord, type RecordQuestion } from './read-record.ts'
export { recordOfStore, type StoreOptions } from './record-of-store.ts'
