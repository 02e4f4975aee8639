import { done, type Result } from '../../base/result.ts'
import { assembleProof, planConsistencyProof } from '../../ledger/merkle/index.ts'
import {
  addCosignatures,
  formatWitnessRequest,
  openCheckpoint,
  parseNote,
  parseSignatureLines,
  verifierOf,
  type CheckedSignature,
  type NoteSignature,
} from '../../ledger/notes/index.ts'
import { lockLog, readCheckpointAt, readLastCheckpoint, writeCheckpoint, type Sql } from '../../store/index.ts'
import { refused, type CaseFailure } from './failure.ts'
import type { OpenCase } from './open-case.ts'
import { createTreeReader } from './tree-reader.ts'
import { readWitnesses } from './witnesses.ts'

/** A checkpoint after cosignatures were added. */
export interface CosignedCheckpoint {
  readonly size: number
  /** The whole note, with all signatures that it has now. */
  readonly note: string
  /** The log's signature and those of witnesses that the case has named. */
  readonly signatures: readonly CheckedSignature[]
}

/**
 * What to ask a witness: the last checkpoint, and the proof that it continues what the witness saw last, in the form of
 * c2sp.org/tlog-witness. Fails with `checkpoint-missing` where the log is empty or has not grown to that size.
 *
 * @param oldSize size of the last checkpoint that the witness cosigned; 0 before the first
 */
export async function requestCosignature({ store }: OpenCase, oldSize: number): Promise<Result<string, CaseFailure>> {
  return store.transaction(async (sql) => {
    const last = await readLastCheckpoint(sql)
    if (!last) return refused('checkpoint-missing', 'log', 'no entry yet', 'at least one')
    if (!Number.isSafeInteger(oldSize) || oldSize < 0 || oldSize > last.size) {
      return refused('checkpoint-missing', 'old size', String(oldSize), `a size from 0 to ${last.size}`)
    }
    const plan = planConsistencyProof(oldSize, last.size)
    const proof = assembleProof(plan, await createTreeReader(sql, plan.flat()))
    return done(formatWitnessRequest({ oldSize, proof, note: last.note }))
  })
}

/**
 * Adds what a witness signed to the checkpoint that it signed, after checking it against the witnesses that the case has named.
 *
 * @param answer a whole cosigned note, of any checkpoint of this log, or only signature lines, which then are of the last checkpoint.
 * Fails with `checkpoint-missing`, `checkpoint-foreign`, `signature-missing`, `signature-invalid` or
 * `note-malformed`; then nothing is written
 */
export async function addCosignature(open: OpenCase, answer: string): Promise<Result<CosignedCheckpoint, CaseFailure>> {
  return open.store.transaction(async (sql) => {
    await lockLog(sql)
    const asked = await checkpointOf(sql, answer)
    if (!asked.ok) return asked
    const { size, note, lines } = asked.value
    const witnesses = (await readWitnesses(sql)).map(({ key }) => key)
    const logKeys = [verifierOf(open.key)]
    const cosigned = addCosignatures(note, lines, logKeys, witnesses)
    if (!cosigned.ok) return cosigned
    const opened = openCheckpoint(cosigned.value, [...logKeys, ...witnesses])
    if (!opened.ok) return opened
    await writeCheckpoint(sql, { size, note: cosigned.value })
    return done({ size, note: cosigned.value, signatures: opened.value.signatures })
  })
}

interface Asked {
  readonly size: number
  /** As the store has it. */
  readonly note: string
  readonly lines: readonly NoteSignature[]
}

async function checkpointOf(sql: Sql, answer: string): Promise<Result<Asked, CaseFailure>> {
  if (!answer.includes('\n\n')) {
    const lines = parseSignatureLines(answer)
    if (!lines.ok) return lines
    const last = await readLastCheckpoint(sql)
    return last
      ? done({ ...last, lines: lines.value })
      : refused('checkpoint-missing', 'log', 'no entry yet', 'at least one')
  }
  const read = parseNote(answer)
  if (!read.ok) return read
  const { text, signatures } = read.value
  const size = Number(text.split('\n')[1])
  const stored = Number.isSafeInteger(size) ? await readCheckpointAt(sql, size) : null
  if (!stored) return refused('checkpoint-missing', 'note', `size ${text.split('\n')[1]}`, 'a checkpoint of this log')
  const own = parseNote(stored.note)
  if (!own.ok) return own
  if (own.value.text !== text) {
    return refused('checkpoint-foreign', 'note', 'another origin or root', `this log's checkpoint of size ${size}`)
  }
  return done({ ...stored, lines: signatures })
}
