import type { EntryName } from '../../ledger/index.ts'
import { openCheckpoint, verifierOf } from '../../ledger/notes/index.ts'
import { auditCase, auditFindings, readWitnesses } from '../case/index.ts'
import { readCosignedCheckpoints } from '../../store/index.ts'
import type { Desk } from './open-desk.ts'

/** What came of reading the whole log. */
export interface AuditView {
  /** When it was begun. */
  readonly at: string
  /** Entries read. */
  readonly size: number
  /** Entries under the last signed checkpoint that fits. */
  readonly provenSize: number
  /** Signed checkpoints that the log was held against. */
  readonly checkpoints: number
  /** Parts beside the log: kept as they were sealed, and withheld or erased. */
  readonly sealed: { readonly kept: number; readonly gone: number }
  /** All that does not verify, 1,000 entries at most; empty if all is well. */
  readonly findings: readonly { readonly code: string; readonly message: string; readonly entry: EntryName | null }[]
  /** Entries with a finding beyond those listed. */
  readonly unlisted: number
}

/** One audit at a time: it reads every entry, and who asks meanwhile gets the same answer. */
const RUNNING = new WeakMap<Desk, Promise<AuditView>>()

/** Reads the whole log and holds it against its signed checkpoints, with all that is kept beside it. Takes a minute for a million entries. */
export function auditOf(desk: Desk): Promise<AuditView> {
  const running = RUNNING.get(desk)
  if (running) return running
  const audit = readWhole(desk).finally(() => RUNNING.delete(desk))
  RUNNING.set(desk, audit)
  return audit
}

async function readWhole({ open, tools }: Desk): Promise<AuditView> {
  const at = tools.now()
  const audit = await auditCase(open)
  const { log, sealed, checkpoints } = audit
  const { size, provenSize, unlisted } = log
  return { at, size, provenSize, checkpoints, sealed, findings: auditFindings(audit), unlisted }
}

/** A witness's signature under a checkpoint: that it saw the log grow to that size, and only grow. */
export interface CosignatureLine {
  /** Entries of the checkpoint. */
  readonly size: number
  readonly side: string
  /** The witness's name and key. */
  readonly witness: string
  readonly keyId: string
  /** When it signed, by its own clock. */
  readonly at: string
  /** Whether it is the side's witness still. */
  readonly current: boolean
}

/** Checkpoints looked through. */
const MOST_CHECKPOINTS = 200

/** Who cosigned which size when, the last first; signatures that do not verify are left out, the audit names them. */
export async function cosignaturesOf({ open }: Desk): Promise<readonly CosignatureLine[]> {
  const witnesses = await readWitnesses(open.store)
  const keys = [verifierOf(open.key), ...witnesses.map(({ key }) => key)]
  return (await readCosignedCheckpoints(open.store, MOST_CHECKPOINTS)).flatMap(({ size, note }) => {
    const opened = openCheckpoint(note, keys)
    const signatures = opened.ok ? opened.value.signatures : []
    return signatures.flatMap(({ key, timeSeconds }) => {
      const witness = witnesses.findLast((one) => one.key.name === key.name && one.key.id === key.id)
      if (!witness || timeSeconds === null) return []
      const at = new Date(timeSeconds * 1000).toISOString()
      return [{ size, side: witness.side, witness: key.name, keyId: key.id, at, current: witness.current }]
    })
  })
}
