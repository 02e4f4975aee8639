/**
 * The log that cannot be rewritten unseen: entries as canonical JSON in a Merkle tree (merkle/), its head signed by the log and by a
 * witness of each side (notes/), parts sealed so that they can be withheld or erased, bundles that verify offline, audits of a whole log.
 * Pure: keys, salts, times and stored leaves are handed in. What does not verify is data with a code, never an exception.
 * Doors that need trees or keys import merkle/index.ts and notes/index.ts beside this.
 */
export { createBundle, formatBundle, type Bundle, type BundleEntry, type EntryToBundle } from './bundle.ts'
export { ledgerFailure, LEDGER_CODES, type LedgerCode, type LedgerFailure } from './failure.ts'
export { findingAbout, type EntryName, type Finding } from './finding.ts'
export { decodeEntry, encodeEntry } from './leaf.ts'
export {
  MANIFEST_FILE,
  PROOF_FILE,
  writeManifest,
  type PublicationManifest,
  type PublishedFile,
} from './publication.ts'
export { sealPart, verifyOpenedPart, type OpenedPart, type SealedPart } from './sealed-part.ts'
export { verifyBundle, type BundleReport } from './verify-bundle.ts'
export { createLogAudit, verifyLog, type LogAudit, type LogReport, type StoredLeaf } from './verify-log.ts'
export { verifyPublication, type PublicationFinding, type PublicationReport } from './verify-publication.ts'
