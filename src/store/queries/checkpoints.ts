import type { Sql } from '../sql.ts'

/** A signed checkpoint as it is kept. */
export interface StoredCheckpoint {
  readonly size: number
  /** The signed note. */
  readonly note: string
}

/** All checkpoints, by size. */
export function readCheckpoints(sql: Sql): Promise<StoredCheckpoint[]> {
  return sql.query<StoredCheckpoint>('select size, note from checkpoint order by size')
}

/** Checkpoints with a signature beside the log's own, by size, the largest first. */
export function readCosignedCheckpoints(sql: Sql, limit: number): Promise<StoredCheckpoint[]> {
  return sql.query<StoredCheckpoint>(
    `select size, note from checkpoint where note like $1 order by size desc limit ${Math.max(0, Math.trunc(limit))}`,
    ['%\n— %\n— %'],
  )
}

/** The last checkpoint; null while the log is empty. */
export async function readLastCheckpoint(sql: Sql): Promise<StoredCheckpoint | null> {
  const rows = await sql.query<StoredCheckpoint>('select size, note from checkpoint order by size desc limit 1')
  return rows[0] ?? null
}

/** The checkpoint of a size; null where there is none. */
export async function readCheckpointAt(sql: Sql, size: number): Promise<StoredCheckpoint | null> {
  const rows = await sql.query<StoredCheckpoint>('select size, note from checkpoint where size = $1', [size])
  return rows[0] ?? null
}

/** Keeps a checkpoint; one of the same size gives way, as when witnesses have cosigned it. */
export async function writeCheckpoint(sql: Sql, { size, note }: StoredCheckpoint): Promise<void> {
  await sql.query(
    'insert into checkpoint (size, note) values ($1, $2) on conflict (size) do update set note = excluded.note',
    [size, note],
  )
}
