import { createLogAudit, type Finding, type LogReport } from '../../ledger/index.ts'
import { openCheckpoint, verifierOf, type OpenedCheckpoint } from '../../ledger/notes/index.ts'
import { readCheckpoints, readLogRows } from '../../store/index.ts'
import { createRowAudit, type SealedCount } from './audit-rows.ts'
import type { OpenCase } from './open-case.ts'
import { readWitnesses, type Witness } from './witnesses.ts'

/** What came of checking a case's whole log. */
export interface CaseAudit {
  readonly log: LogReport
  /** What the store keeps beside the entries and is not theirs: sealed parts, columns, keys, subtrees. */
  readonly beside: readonly Finding[]
  /** Sizes of checkpoints with a signature, the log's or a witness's, that fails. */
  readonly brokenCheckpoints: readonly number[]
  /** Checkpoints whose signatures hold. */
  readonly checkpoints: number
  readonly sealed: SealedCount
  readonly witnesses: readonly WitnessedUntil[]
}

/** How far a side's witness has cosigned the log. */
export interface WitnessedUntil extends Witness {
  /** Size of the largest checkpoint that it cosigned; 0 where it cosigned none. */
  readonly size: number
}

/** Reads the whole log and holds it against its signed checkpoints. One changed byte names the entry. */
export async function auditCase({ store, key }: OpenCase): Promise<CaseAudit> {
  const witnesses = await readWitnesses(store)
  const keys = [verifierOf(key), ...witnesses.map((witness) => witness.key)]
  const checkpoints = (await readCheckpoints(store)).map(({ size, note }) => {
    return { size, opened: openCheckpoint(note, keys) }
  })
  const sound = checkpoints.flatMap(({ opened }) => (opened.ok && isOfLog(opened.value) ? [opened.value] : []))
  const audit = createLogAudit(sound.map(({ checkpoint }) => checkpoint))
  const rows = createRowAudit(store)
  for await (const batch of readLogRows(store)) {
    for (const { text, leafHash } of batch) audit.add({ text, leafHash })
    await rows.add(batch)
  }
  const brokenCheckpoints = checkpoints.flatMap(({ size, opened }) =>
    opened.ok && isOfLog(opened.value) ? [] : [size],
  )
  const { findings: beside, sealed } = rows.finish()
  return {
    log: audit.finish(),
    beside,
    brokenCheckpoints,
    checkpoints: sound.length,
    sealed,
    witnesses: witnessedUntil(witnesses, sound),
  }
}

/** All that an audit found not to verify. */
export function auditFindings({ log, beside, brokenCheckpoints }: CaseAudit): readonly Finding[] {
  const broken = brokenCheckpoints.map((size): Finding => {
    const message = `checkpoint ${size}: found a signature that fails, expected the log's and its witnesses'`
    return { code: 'signature-invalid', message, entry: null }
  })
  return [...log.findings, ...beside, ...broken]
}

/** A checkpoint must bear the log's own signature: a witness's alone says nothing of who keeps the log. */
function isOfLog({ signatures }: OpenedCheckpoint): boolean {
  return signatures.some(({ key }) => key.role === 'log')
}

/** How far each witness has cosigned. */
export function witnessedUntil(
  witnesses: readonly Witness[],
  checkpoints: readonly OpenedCheckpoint[],
): readonly WitnessedUntil[] {
  return witnesses.map((witness) => {
    const by = ({ signatures }: OpenedCheckpoint) =>
      signatures.some(({ key }) => key.name === witness.key.name && key.id === witness.key.id)
    return { ...witness, size: Math.max(0, ...checkpoints.filter(by).map(({ checkpoint }) => checkpoint.size)) }
  })
}
