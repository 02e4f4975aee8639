import type { Instant } from '../../base/instant.ts'
import type { Sql } from '../sql.ts'

/** A token as its owner sees it again: never the token itself. */
export interface TokenRow {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`
const SELECTION = `id, name, scopes, to_char(created_at, ${INSTANT}) as "createdAt", to_char(expires_at, ${INSTANT}) as "expiresAt"`

/** Keeps a new token by its hash. */
export async function insertToken(sql: Sql, person: string, hash: string, token: TokenRow): Promise<void> {
  await sql.query(
    `insert into api_token (id, person, name, hash, scopes, created_at, expires_at)
     values ($1, $2, $3, $4, $5::text[], $6::text::timestamptz, $7::text::timestamptz)`,
    [token.id, person, token.name, hash, token.scopes, token.createdAt, token.expiresAt],
  )
}

/** A person's tokens, the newest first. */
export function listTokens(sql: Sql, person: string): Promise<TokenRow[]> {
  return sql.query<TokenRow>(`select ${SELECTION} from api_token where person = $1 order by created_at desc, id`, [
    person,
  ])
}

/** Whose token it is and what for; null where there is none of that hash, or it is over. */
export async function findToken(
  sql: Sql,
  hash: string,
  now: Instant,
): Promise<{ readonly person: string; readonly scopes: readonly string[] } | null> {
  const rows = await sql.query<{ person: string; scopes: string[] }>(
    'select person, scopes from api_token where hash = $1 and expires_at > $2::text::timestamptz',
    [hash, now],
  )
  return rows[0] ?? null
}

/** Ends a person's token; answers whether there was one. */
export async function deleteToken(sql: Sql, person: string, id: string): Promise<boolean> {
  return (await sql.change('delete from api_token where person = $1 and id = $2', [person, id])) > 0
}
