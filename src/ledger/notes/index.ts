/**
 * Signed checkpoints: the log's size and root as a C2SP signed note, signed by the log and cosigned by a witness of each side, so that
 * neither a side nor the operator can rewrite what was shown. Formats: c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature (Ed25519).
 * Pure: keys, proofs and the time are handed in. Others' tools (Go's sumdb/note, the public witnesses) read what is written here.
 */
export {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  type Checkpoint,
  type OpenedCheckpoint,
} from './checkpoint.ts'
export {
  createSignerKey,
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
  verifierOf,
  type KeyRole,
  type SignerKey,
  type VerifierKey,
} from './keys.ts'
export {
  formatNote,
  formatNoteSignature,
  parseNote,
  parseSignatureLines,
  type Note,
  type NoteSignature,
} from './signed-note.ts'
export type { CheckedSignature } from './signing.ts'
export { addCosignatures } from './add-cosignatures.ts'
export { cosignCheckpoint, type Cosigned, type CosignRequest, type WitnessedLog } from './witness.ts'
export { formatWitnessRequest, parseWitnessRequest, type WitnessRequest } from './witness-request.ts'
