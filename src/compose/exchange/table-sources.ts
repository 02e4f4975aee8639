import { readFile } from 'node:fs/promises'
import { done, failed, type Result } from '../../base/result.ts'
import { parseMapping, readJoinedRows, type JoinedRows, type Mapping } from '../../import/index.ts'
import { IMPORT_KINDS, loadMapping, type ImportInput } from '../case/index.ts'
import { readImportTable, type ImportSource } from './read-import.ts'
import { tablesAt, type TableFailure, type TableFile } from './tables-at.ts'

/** Tables and documents of others that can be taken in by name. */
export const TABLE_KINDS = [
  'ucdp-ged',
  'acled',
  'gdelt-events',
  'gdelt-mentions',
  'csv',
  'geojson',
  'kml',
  'geopackage',
  'submissions',
] as const

/** A table or document that can be taken in by name. */
export type TableKind = (typeof TABLE_KINDS)[number]

/** What files to import are, by name or by a mapping of one's own; one of the two is told. */
export interface TableChoice {
  readonly as?: TableKind
  /** The text of a mapping's file, and what messages call it. */
  readonly mapping?: { readonly text: string; readonly name: string }
  /** The table that the rows belong to. (Default: none) */
  readonly with?: TableFile
}

/** A table on its way into a case, or why one is not to be had. */
export type TableSource = { readonly name: string } & (
  | { readonly input: Omit<ImportInput, 'onProgress' | 'by'> }
  | { readonly failure: TableFailure }
)

/** How the tables of an import are read, once for all of them. */
export type ReadSources = (file: TableFile) => AsyncIterable<TableSource>

/** Makes the reader that a choice asks for. Fails with `mapping-malformed`, `join-missing`, `file-unreadable`, one or several. */
export async function createSources(choice: TableChoice): Promise<Result<ReadSources, readonly TableFailure[]>> {
  if (choice.as !== undefined && isDocument(choice.as)) return done(documents(choice.as))
  const rules = choice.mapping === undefined ? shipped(choice.as) : ownMapping(choice.mapping)
  if (!rules.ok) return rules
  const joined = await joinedRows(rules.value.mapping, choice.with)
  return joined.ok ? done(tables({ ...rules.value, joined: joined.value })) : joined
}

type Rules = Pick<ImportInput, 'mapping' | 'mappingText' | 'joined'>

function isDocument(kind: TableKind): kind is ImportSource {
  return !(IMPORT_KINDS as readonly string[]).includes(kind)
}

function shipped(asked: TableKind | undefined): Result<Rules, never> {
  const kind = IMPORT_KINDS.find((known) => known === asked) ?? 'ucdp-ged'
  return done({ mapping: loadMapping(kind) })
}

function ownMapping({ text, name }: { readonly text: string; readonly name: string }): Result<Rules, TableFailure[]> {
  const mapping = parseMapping(text, name)
  return mapping.ok
    ? done({ mapping: mapping.value, mappingText: text })
    : failed(mapping.failure.map(({ message }) => ({ code: 'mapping-malformed', message })))
}

async function joinedRows(
  { join, dataset }: Mapping,
  file: TableFile | undefined,
): Promise<Result<JoinedRows, readonly TableFailure[]>> {
  const rows = new Map<string, Readonly<Record<string, string>>>()
  if (!join) return done(rows)
  const kind = IMPORT_KINDS.find((known) => known === join.dataset)
  if (file === undefined || !kind) {
    const found = file?.name ?? 'no table'
    const expected = `the table ${join.dataset} that its rows belong to (with)`
    return failed([{ code: 'join-missing', message: `${dataset}: found ${found}, expected ${expected}` }])
  }
  for await (const table of tablesAt(file)) {
    if ('failure' in table) return failed([table.failure])
    const read = await readJoinedRows(table.chunks, loadMapping(kind), join.column)
    // A row that cannot be joined is refused where it is missed.
    for (const [key, columns] of read.rows) rows.set(key, columns)
  }
  return done(rows)
}

function tables(rules: Rules): ReadSources {
  return async function* (file) {
    for await (const table of tablesAt(file)) {
      yield 'failure' in table ? table : { name: table.name, input: { ...rules, chunks: table.chunks } }
    }
  }
}

function documents(kind: ImportSource): ReadSources {
  return async function* ({ path, name }) {
    const bytes = await readFile(path).catch(() => null)
    if (!bytes) {
      yield { name, failure: { code: 'file-unreadable', message: `${name}: found no such file, expected a ${kind}` } }
      return
    }
    const table = await readImportTable(kind, bytes, name)
    if (!table.ok) {
      yield { name, failure: table.failure }
      return
    }
    const { kind: mapped, csv, sealedOf } = table.value
    yield { name, input: { mapping: loadMapping(mapped), chunks: [Buffer.from(csv)], sealedOf } }
  }
}
