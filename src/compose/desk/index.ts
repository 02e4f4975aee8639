/**
 * The desk: a case as servers hold it, opened once and closed at the end, with the questions and acts that http and the pages share.
 * `openDesk` gives the desk; the rest are functions over it, one file a noun. The usual store is made and filled at the first start.
 * Every act ends in entries of the log; `desk.changes` tells listeners.
 */
export { openDesk, usualStoreOf, type Desk, type DeskOptions } from './open-desk.ts'
export type { Change } from './changes.ts'
export { incidentFile, incidentsOf, type ClaimInReport, type IncidentFile } from './incidents.ts'
export {
  entriesOf,
  entryAt,
  logHead,
  proveEntry,
  proveGrowth,
  type EntryProof,
  type GrowthProof,
  type LogHead,
} from './ledger.ts'
export { auditOf, cosignaturesOf, type AuditView, type CosignatureLine } from './audit.ts'
export { lastEntryAbout } from './versions.ts'
export { askAt, endOf, recordAt, type KnownAt } from './record-at.ts'
export { reportFile, reportsOf, type ReportFile } from './reports.ts'
export { takeIn, type BroughtPage, type TakenIn, type ToldOfPage } from './take-in.ts'
export {
  keepTable,
  lookAtTable,
  type BroughtTable,
  type SentFile,
  type TableLook,
  type TablesLook,
} from './bring-table.ts'
export { createTileMaker, DEEPEST_ZOOM, type TileMaker } from './tiles.ts'
export { decideOn, type Basis, type ChangedMeanwhile } from './decide.ts'
export { openPart, type OpenedBytes } from './sealed.ts'
export { caseMap, type CaseMap } from './case-map.ts'
export { logTrack, matchTrack, type MatchedTrack, type TrackFile } from './drives.ts'
export { patrolFile, patrolsOf, planOn, sidesAsked, type PatrolFile, type PatrolsView } from './patrols.ts'
export { draftOn, publishDraft, type BulletinDraft, type BulletinQuestion } from './bulletins.ts'
export { checkAgreement, type AgreementCheck } from './check-agreement.ts'
export { proveBulletin } from './prove-bulletin.ts'
export { publishedBulletin, publishedBytes } from './published.ts'
export { publicationsOf, type PublicationLine } from './publications.ts'
export { shiftOf, type ShiftView } from './shift.ts'
export { agreementOf, findingsOf, type AgreementView, type FindingFilter } from './agreement.ts'
