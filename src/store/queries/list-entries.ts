import type { EntryIndex } from '../../model/index.ts'
import type { Sql } from '../sql.ts'

/** An entry as lists show it: what it says is fetched apart, since a page may weigh megabytes. */
export interface EntryLine {
  readonly index: EntryIndex
  readonly kind: string
  readonly at: string
  readonly by: string
  /** Hexadecimal. */
  readonly leafHash: string
}

/** Lists entries, the last first, below an index (Default: from the end), of some kinds (Default: all). */
export function listEntries(
  sql: Sql,
  limit: number,
  below: EntryIndex | null = null,
  kinds: readonly string[] | null = null,
): Promise<EntryLine[]> {
  return sql.query<EntryLine>(
    `select index, kind, to_char(recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, recorded_by as by,
       encode(leaf_hash, 'hex') as "leafHash"
     from entry where index < coalesce($2::bigint, 9223372036854775807) and ($3::text[] is null or kind = any($3::text[]))
     order by index desc limit $1::int`,
    [limit, below, kinds],
  )
}
