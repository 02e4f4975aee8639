import { openCheckpoint, verifierOf } from '../../ledger/notes/index.ts'
import { readCheckpoints, readLogSize } from '../../store/index.ts'
import { countProjections, readProjectionState, type ProjectionCounts } from '../../store/projections/index.ts'
import { witnessedUntil, type WitnessedUntil } from './audit-case.ts'
import type { OpenCase } from './open-case.ts'
import { readWitnesses } from './witnesses.ts'

/** How a case stands. */
export interface CaseStatus extends ProjectionCounts {
  readonly engine: 'embedded' | 'postgres'
  /** The log's name. */
  readonly origin: string
  readonly entries: number
  /** Entries that the projections do not hold yet. */
  readonly behind: number
  readonly witnesses: readonly WitnessedUntil[]
  /** The last checkpoint as a signed note; null while the log is empty. */
  readonly checkpoint: string | null
}

/** Reads how a case stands; verifies only signatures of cosigned checkpoints. */
export async function readCaseStatus({ store, key }: OpenCase): Promise<CaseStatus> {
  const entries = await readLogSize(store)
  const { incidentsSize } = await readProjectionState(store)
  const witnesses = await readWitnesses(store)
  const checkpoints = await readCheckpoints(store)
  const keys = [verifierOf(key), ...witnesses.map((witness) => witness.key)]
  const cosigned = checkpoints.filter(({ note }) => note.split('\n— ').length > 2)
  const opened = cosigned.flatMap(({ note }) => {
    const checkpoint = openCheckpoint(note, keys)
    return checkpoint.ok ? [checkpoint.value] : []
  })
  return {
    engine: store.engine,
    origin: key.name,
    entries,
    behind: entries - incidentsSize,
    ...(await countProjections(store)),
    witnesses: witnessedUntil(witnesses, opened),
    checkpoint: checkpoints.at(-1)?.note ?? null,
  }
}
