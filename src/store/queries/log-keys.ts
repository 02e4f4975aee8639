import type { Sql } from '../sql.ts'

/** The verifier keys of this log, as C2SP signed-note prints them. */
export async function readLogKeys(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.query<{ verifier: string }>('select verifier from log_key order by verifier collate "C"')
  return rows.map(({ verifier }) => verifier)
}

/** Adds a verifier key; one that is there stays. */
export async function addLogKey(sql: Sql, verifier: string): Promise<void> {
  await sql.query('insert into log_key (verifier) values ($1) on conflict do nothing', [verifier])
}
