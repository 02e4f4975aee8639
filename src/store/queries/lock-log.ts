import type { Sql } from '../sql.ts'

/** Waits until this transaction is the only one that may append to the log; the lock ends with the transaction. */
export async function lockLog(sql: Sql): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtext('truceline log'), hashtext(current_schema()))`)
}
