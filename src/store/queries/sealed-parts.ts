import type { EntryIndex } from '../../model/index.ts'
import type { Sql } from '../sql.ts'

/** A sealed part with the salt that ties it to its entry's commitment. */
export interface StoredPart {
  readonly name: string
  /** 32 bytes. */
  readonly salt: Uint8Array
  readonly bytes: Uint8Array
}

/** Keeps the sealed parts of an entry. */
export async function writeSealedParts(sql: Sql, entry: EntryIndex, parts: readonly StoredPart[]): Promise<void> {
  for (const { name, salt, bytes } of parts) {
    await sql.query('insert into sealed_part (entry, name, salt, part) values ($1, $2, $3, $4)', [
      entry,
      name,
      salt,
      bytes,
    ])
  }
}

/** The parts of an entry that are still there, by name. */
export async function readSealedParts(sql: Sql, entry: EntryIndex): Promise<readonly StoredPart[]> {
  return sql.query<StoredPart>(
    'select name, salt, part as bytes from sealed_part where entry = $1 order by name collate "C"',
    [entry],
  )
}

/** Forgets a part and its salt for good; all proofs go on holding. Answers whether there was one. */
export async function eraseSealedPart(sql: Sql, entry: EntryIndex, name: string): Promise<boolean> {
  const gone = await sql.query('delete from sealed_part where entry = $1 and name = $2 returning entry', [entry, name])
  return gone.length > 0
}
