import type { EntryIndex } from '../../model/index.ts'
import type { Sql } from '../sql.ts'

/** A line of the log as it is stored. */
export interface StoredLeaf {
  readonly index: EntryIndex
  readonly kind: string
  readonly text: string
  readonly leafHash: Uint8Array
}

/** Leaves fetched at a time: a page's text is 5 kB as a rule and 10 MB at worst. */
const LEAVES_A_FETCH = 500

/** Which part of the log: from `from` (Default: 0) to before `to` (Default: the end), recorded before `before` (Default: any time). */
export interface LogStretch {
  readonly from?: EntryIndex
  readonly to?: EntryIndex
  /** An instant; entries recorded at it or later are left out. */
  readonly before?: string
}

/** Reads a stretch of the log in order, some hundreds at a time, so that it never fills the memory. */
export async function* readLeaves(sql: Sql, stretch: LogStretch = {}): AsyncGenerator<StoredLeaf> {
  const { to = Number.MAX_SAFE_INTEGER, before = 'infinity' } = stretch
  for (let from = stretch.from ?? 0; ;) {
    const leaves = await sql.query<StoredLeaf>(
      `select index, kind, leaf as text, leaf_hash as "leafHash" from entry
       where index >= $1 and index < $2 and recorded_at < $3::timestamptz order by index limit $4`,
      [from, to, before, LEAVES_A_FETCH],
    )
    yield* leaves
    const last = leaves.at(-1)
    if (!last || leaves.length < LEAVES_A_FETCH) return
    from = last.index + 1
  }
}
