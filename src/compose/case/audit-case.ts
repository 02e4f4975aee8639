import { createLogAudit, type LogReport } from '../../ledger/index.ts'
import { openCheckpoint, verifierOf } from '../../ledger/notes/index.ts'
import { readCheckpoints, readLeaves } from '../../store/index.ts'
import type { OpenCase } from './open-case.ts'

/** What came of checking a case's whole log, and checkpoints that do not open with its key. */
export interface CaseAudit {
  readonly log: LogReport
  /** Sizes of checkpoints whose signature fails. */
  readonly brokenCheckpoints: readonly number[]
}

/** Reads the whole log and holds it against its signed checkpoints. One changed byte names the entry. */
export async function auditCase({ store, key }: OpenCase): Promise<CaseAudit> {
  const checkpoints = (await readCheckpoints(store)).map(({ size, note }) => {
    return { size, opened: openCheckpoint(note, [verifierOf(key)]) }
  })
  const audit = createLogAudit(checkpoints.flatMap(({ opened }) => (opened.ok ? [opened.value.checkpoint] : [])))
  for await (const { text, leafHash } of readLeaves(store)) audit.add({ text, leafHash })
  const brokenCheckpoints = checkpoints.flatMap(({ size, opened }) => (opened.ok ? [] : [size]))
  return { log: audit.finish(), brokenCheckpoints }
}
