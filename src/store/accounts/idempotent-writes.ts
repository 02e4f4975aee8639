import type { Instant } from '../../base/instant.ts'
import type { Sql } from '../sql.ts'

/** A write by its caller and the key that they gave. */
export interface WriteKey {
  readonly caller: string
  readonly key: string
}

/** What is known of a write that was begun before. */
export interface KnownWrite {
  /** Digest of the request that the key stands for. */
  readonly request: string
  /** Null while it is being done. */
  readonly status: number | null
  readonly mediaType: string | null
  readonly body: string | null
}

/**
 * Begins a write: null where the key is new, else what is known of the one begun before.
 *
 * @param forget writes begun before this instant are forgotten first
 * @param abandoned writes begun before this instant and not done yet are taken as given up: their process died
 */
export async function beginWrite(
  sql: Sql,
  { caller, key }: WriteKey,
  request: string,
  times: { readonly now: Instant; readonly forget: Instant; readonly abandoned: Instant },
): Promise<KnownWrite | null> {
  await sql.query(
    `delete from idempotent_write where begun_at < $1::text::timestamptz
     or (status is null and begun_at < $2::text::timestamptz)`,
    [times.forget, times.abandoned],
  )
  const begun = await sql.query(
    `insert into idempotent_write (caller, key, request, begun_at) values ($1, $2, $3, $4::text::timestamptz)
     on conflict do nothing returning key`,
    [caller, key, request, times.now],
  )
  if (begun.length > 0) return null
  const rows = await sql.query<KnownWrite>(
    'select request, status, media_type as "mediaType", body from idempotent_write where caller = $1 and key = $2',
    [caller, key],
  )
  return rows[0] ?? null
}

/** Keeps the answer to a write. */
export async function endWrite(
  sql: Sql,
  { caller, key }: WriteKey,
  answer: { readonly status: number; readonly mediaType: string | null; readonly body: string },
): Promise<void> {
  await sql.query(
    'update idempotent_write set status = $3, media_type = $4, body = $5 where caller = $1 and key = $2',
    [caller, key, answer.status, answer.mediaType, answer.body],
  )
}

/** Forgets a write that came to nothing, so that it can be tried again. */
export async function dropWrite(sql: Sql, { caller, key }: WriteKey): Promise<void> {
  await sql.query('delete from idempotent_write where caller = $1 and key = $2', [caller, key])
}
