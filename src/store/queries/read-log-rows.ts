import type { EntryIndex } from '../../model/index.ts'
import { keysOf } from '../entry-keys.ts'
import { parseLeaf } from '../read-entries.ts'
import type { Sql } from '../sql.ts'
import type { TreeNode } from './read-tree-nodes.ts'
import type { StoredPart } from './sealed-parts.ts'

/** An entry with all that the store keeps beside it, for audits. */
export interface LogRow {
  readonly index: EntryIndex
  readonly text: string
  readonly leafHash: Uint8Array
  /** The columns that repeat what the entry says. */
  readonly kind: string
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Whether it is found by all its keys. */
  readonly isFound: boolean
  readonly parts: readonly StoredPart[]
}

/** Rows fetched at a time: their sealed pages come with them. */
const ROWS_A_FETCH = 100

/** Reads the whole log with what is kept beside it, some entries at a time. */
export async function* readLogRows(sql: Sql): AsyncGenerator<readonly LogRow[]> {
  for (let from = 0; ;) {
    const rows = await sql.query<Omit<LogRow, 'isFound' | 'parts'>>(
      `select index, leaf as text, leaf_hash as "leafHash", kind, recorded_by as by,
         (extract(epoch from recorded_at) * 1000)::float8 as at
       from entry where index >= $1 order by index limit $2`,
      [from, ROWS_A_FETCH],
    )
    const last = rows.at(-1)
    if (!last) return
    const lost = await lostEntries(sql, rows)
    const parts = await partsBetween(sql, from, last.index)
    yield rows.map((row) => ({ ...row, isFound: !lost.has(row.index), parts: parts.get(row.index) ?? [] }))
    from = last.index + 1
  }
}

async function lostEntries(
  sql: Sql,
  rows: readonly { readonly index: EntryIndex; readonly text: string }[],
): Promise<ReadonlySet<EntryIndex>> {
  const keys = rows.flatMap(({ index, text }) => keysIn(text).map((key) => ({ key, index })))
  const lost = await sql.query<{ entry: number }>(
    `select asked.entry from unnest($1::text[], $2::bigint[]) as asked (key, entry)
     where not exists (select 1 from entry_key where entry_key.key = asked.key and entry_key.entry = asked.entry)`,
    [keys.map(({ key }) => key), keys.map(({ index }) => index)],
  )
  return new Set(lost.map(({ entry }) => entry))
}

/** None where the text can no longer be read, which is for the audit of the log to tell. */
function keysIn(text: string): readonly string[] {
  try {
    return keysOf(parseLeaf(text))
  } catch {
    return []
  }
}

async function partsBetween(
  sql: Sql,
  from: EntryIndex,
  to: EntryIndex,
): Promise<ReadonlyMap<number, readonly StoredPart[]>> {
  const rows = await sql.query<StoredPart & { entry: number }>(
    'select entry, name, salt, part as bytes from sealed_part where entry between $1 and $2',
    [from, to],
  )
  return Map.groupBy(rows, ({ entry }) => entry)
}

/** Which of what the store keeps beside an entry is not what the entry says: the name of a column, or `key`; null if all is. */
export function strayColumn({ text, kind, by, at, isFound }: LogRow): 'kind' | 'author' | 'time' | 'key' | null {
  const entry = parseLeaf(text)
  if (entry.kind !== kind) return 'kind'
  if (entry.by !== by) return 'author'
  if (Math.abs(Date.parse(entry.at) - at) > 1) return 'time'
  return isFound ? null : 'key'
}

/** Which of some subtrees the store keeps with another hash, or not at all. */
export async function strayNodes(sql: Sql, nodes: readonly TreeNode[]): Promise<readonly TreeNode[]> {
  if (nodes.length === 0) return []
  const stray = await sql.query<{ place: number }>(
    `select place::int as place from unnest($1::int[], $2::bigint[], $3::text[]) with ordinality as asked (level, index, hash, place)
     where not exists (select 1 from tree_node node
       where node.level = asked.level and node.index = asked.index and node.hash = decode(asked.hash, 'hex'))`,
    [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => Buffer.from(hash).toString('hex')),
    ],
  )
  return stray.flatMap(({ place }) => nodes[place - 1] ?? [])
}
