import type { Sql } from '../sql.ts'

/** How many entries the log has. */
export async function readLogSize(sql: Sql): Promise<number> {
  const rows = await sql.query<{ size: number }>('select coalesce(max(index) + 1, 0)::bigint as size from entry')
  return rows[0]?.size ?? 0
}
