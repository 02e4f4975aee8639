import type { Entry } from '../../model/index.ts'
import { keysOf } from '../entry-keys.ts'
import type { Sql } from '../sql.ts'

/** An entry with its text and leaf hash. */
export interface NewLeaf {
  readonly entry: Entry
  readonly text: string
  readonly leafHash: Uint8Array
}

/** Writes entries from `first` on, with the keys they are looked up by. */
export async function insertEntries(sql: Sql, first: number, leaves: readonly NewLeaf[]): Promise<void> {
  // Hashes go as hexadecimal text: the engines' clients print arrays of bytes differently.
  await sql.query(
    `insert into entry (index, kind, recorded_at, recorded_by, leaf, leaf_hash)
     select $1::bigint + place - 1, kind, at::timestamptz, by, leaf, decode(hash, 'hex')
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       with ordinality as new (kind, at, by, leaf, hash, place)`,
    [
      first,
      leaves.map(({ entry }) => entry.kind),
      leaves.map(({ entry }) => entry.at),
      leaves.map(({ entry }) => entry.by),
      leaves.map(({ text }) => text),
      leaves.map(({ leafHash }) => Buffer.from(leafHash).toString('hex')),
    ],
  )
  await insertKeys(sql, first, leaves)
}

async function insertKeys(sql: Sql, first: number, leaves: readonly NewLeaf[]): Promise<void> {
  const keys = leaves.flatMap(({ entry }, i) => keysOf(entry).map((key) => ({ key, index: first + i })))
  await sql.query('insert into entry_key (key, entry) select * from unnest($1::text[], $2::bigint[])', [
    keys.map(({ key }) => key),
    keys.map(({ index }) => index),
  ])
}
