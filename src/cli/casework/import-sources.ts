import { readFile } from 'node:fs/promises'
import { done, failed, type Result } from '../../base/result.ts'
import { IMPORT_KINDS, loadMapping, type ImportInput } from '../../compose/case/index.ts'
import { readImportTable, type ImportSource } from '../../compose/exchange/index.ts'
import { parseMapping, readJoinedRows, type JoinedRows, type Mapping } from '../../import/index.ts'
import type { ImportFormat, ImportOptions } from '../import.ts'
import type { Refusal } from '../terminal/index.ts'
import { tablesAt } from './tables-at.ts'

/** A table on its way into a case, or why one is not to be had. */
export type ImportSourceAt = { readonly name: string } & (
  | { readonly input: Omit<ImportInput, 'onProgress'> }
  | { readonly failure: Refusal }
)

/** How the tables of an import are read, once for all of them. */
export type ReadSources = (path: string) => AsyncIterable<ImportSourceAt>

/** Makes the reader that the options ask for. Fails with `mapping-malformed`, `join-missing`, `file-unreadable`, one or several. */
export async function createSources(options: ImportOptions): Promise<Result<ReadSources, readonly Refusal[]>> {
  if (options.as !== undefined && isDocument(options.as)) return done(documents(options.as))
  const rules = options.mapping === undefined ? shipped(options.as) : await ownMapping(options.mapping)
  if (!rules.ok) return rules
  const joined = await joinedRows(rules.value.mapping, options.with)
  return joined.ok ? done(tables({ ...rules.value, joined: joined.value })) : joined
}

type Rules = Omit<ImportInput, 'chunks' | 'onProgress'>

function isDocument(format: ImportFormat): format is ImportSource {
  return !(IMPORT_KINDS as readonly string[]).includes(format)
}

function shipped(format: ImportFormat | undefined): Result<Rules, never> {
  const kind = IMPORT_KINDS.find((known) => known === format) ?? 'ucdp-ged'
  return done({ mapping: loadMapping(kind) })
}

async function ownMapping(path: string): Promise<Result<Rules, readonly Refusal[]>> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) {
    return failed([{ code: 'file-unreadable', message: `${path}: found no such file, expected a mapping file` }])
  }
  const mapping = parseMapping(text, path)
  return mapping.ok
    ? done({ mapping: mapping.value, mappingText: text })
    : failed(mapping.failure.map(({ message }) => ({ code: 'mapping-malformed', message })))
}

async function joinedRows(
  { join, dataset }: Mapping,
  path: string | undefined,
): Promise<Result<JoinedRows, readonly Refusal[]>> {
  const rows = new Map<string, Readonly<Record<string, string>>>()
  if (!join) return done(rows)
  const kind = IMPORT_KINDS.find((known) => known === join.dataset)
  if (path === undefined || !kind) {
    const expected = `the table ${join.dataset} that its rows belong to (--with FILE)`
    return failed([{ code: 'join-missing', message: `${dataset}: found ${path ?? 'no table'}, expected ${expected}` }])
  }
  for await (const table of tablesAt(path)) {
    if ('failure' in table) return failed([table.failure])
    const read = await readJoinedRows(table.chunks, loadMapping(kind), join.column)
    // A row that cannot be joined is refused where it is missed.
    for (const [key, columns] of read.rows) rows.set(key, columns)
  }
  return done(rows)
}

function tables(rules: Rules): ReadSources {
  return async function* (path) {
    for await (const table of tablesAt(path)) {
      yield 'failure' in table ? table : { name: table.name, input: { ...rules, chunks: table.chunks } }
    }
  }
}

function documents(format: ImportSource): ReadSources {
  return async function* (name) {
    const bytes = await readFile(name).catch(() => null)
    if (!bytes) {
      yield { name, failure: { code: 'file-unreadable', message: `${name}: found no such file, expected a ${format}` } }
      return
    }
    const table = await readImportTable(format, bytes, name)
    if (!table.ok) {
      yield { name, failure: table.failure }
      return
    }
    const { kind, csv, sealedOf } = table.value
    yield { name, input: { mapping: loadMapping(kind), chunks: [Buffer.from(csv)], sealedOf } }
  }
}
