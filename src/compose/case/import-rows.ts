import {
  addToTally,
  EMPTY_TALLY,
  hashColumns,
  importTable,
  planAppend,
  type Chunks,
  type HeldRow,
  type ImportBatch,
  type ImportTally,
  type JoinedRows,
  type Mapping,
  type RowRefusal,
} from '../../import/index.ts'
import type { Entry, EntryBodies } from '../../model/index.ts'
import { findEntries, importRowKey, parseLeaf, type EntryToAppend, type Sql } from '../../store/index.ts'
import { readMappings } from './logged-mappings.ts'
import type { OpenCase } from './open-case.ts'
import { projectCase } from './project-case.ts'
import { sealEntry } from './seal.ts'
import type { CaseTools } from './tools.ts'

/** Who brings a table where nobody is named. */
const PROGRAM = 'import'

/** The parts of a row that are sealed, by the row's id. */
export type SealedParts = (row: string) => { readonly [name: string]: Uint8Array | string }

/** A table to import. */
export interface ImportInput {
  readonly mapping: Mapping
  /** The mapping file's text, where it does not ship with the project: the log keeps it. (Default: it ships) */
  readonly mappingText?: string
  readonly chunks: Chunks
  /** The rows of the table that the mapping joins. (Default: none) */
  readonly joined?: JoinedRows
  /** Parts of a row, by its id, that are kept beside the log and can be withheld. (Default: none) */
  readonly sealedOf?: SealedParts
  /** Who brings it, as the entries name them. (Default: import) */
  readonly by?: string
  /** Called after each batch. */
  readonly onProgress?: (rows: number) => void
}

/** What became of a table: its rows always sum up. `fault`: why the file as a whole was not taken. */
export interface ImportReport {
  readonly tally: ImportTally
  readonly refusals: readonly RowRefusal[]
  readonly fault: RowRefusal | null
}

/**
 * Takes the rows of a table into a case: new rows and changed rows become entries, a changed one with another that supersedes the old row;
 * unchanged rows are nothing. A mapping of one's own becomes an entry before the first row.
 */
export async function importRows(open: OpenCase, tools: CaseTools, input: ImportInput): Promise<ImportReport> {
  if (input.mappingText !== undefined) await keepMapping(open, tools, input, input.mappingText)
  const report = await eachBatch(input, (batch) => appendBatch(open, tools, input, batch))
  await projectCase(open, tools)
  return report
}

/** What `importRows` would do with a table: reads it whole and compares it with what the record holds; writes nothing. */
export function lookAtRows({ store }: OpenCase, input: ImportInput): Promise<ImportReport> {
  return eachBatch(input, async (batch) => {
    const ids = batch.rows.map(({ body }) => body.row)
    const { added, changed, unchanged } = planAppend(batch.rows, await heldRows(store, input.mapping, ids))
    return { added: added.length, changed: changed.length, unchanged, refused: batch.refusals.length }
  })
}

type Counts = Omit<ImportTally, 'rows'>

async function eachBatch(input: ImportInput, take: (batch: ImportBatch) => Promise<Counts>): Promise<ImportReport> {
  const { mapping, chunks, joined, onProgress = () => undefined } = input
  let tally = EMPTY_TALLY
  const refusals: RowRefusal[] = []
  let fault: RowRefusal | null = null
  for await (const batch of importTable(chunks, { mapping, ...(joined && { joined }) })) {
    fault ??= batch.fault
    for (const refusal of batch.refusals) refusals.push(refusal)
    tally = addToTally(tally, await take(batch))
    onProgress(batch.rows.length + batch.refusals.length)
  }
  return { tally, refusals, fault }
}

async function keepMapping(
  open: OpenCase,
  tools: CaseTools,
  { mapping: { dataset: source }, by = PROGRAM }: ImportInput,
  mapping: string,
): Promise<void> {
  await open.append(async (sql) => {
    const logged = await readMappings(sql)
    const entry: Entry = { kind: 'import-mapping', at: tools.now(), by, body: { source, mapping } }
    return logged.textOf(source) === mapping ? [] : [{ entry }]
  })
}

async function appendBatch(
  open: OpenCase,
  tools: CaseTools,
  { mapping, sealedOf = () => ({}), by = PROGRAM }: ImportInput,
  batch: ImportBatch,
): Promise<Counts> {
  const rowEntry = (body: EntryBodies['import-row']) =>
    sealEntry({ kind: 'import-row', at: tools.now(), by, body }, sealedOf(body.row))
  const counts = { added: 0, changed: 0, unchanged: 0, refused: batch.refusals.length }
  await open.append(async (sql, size) => {
    const ids = batch.rows.map(({ body }) => body.row)
    const plan = planAppend(batch.rows, await heldRows(sql, mapping, ids))
    const added = plan.added.map(({ body }) => rowEntry(body))
    const changed = plan.changed.map(({ row }) => rowEntry(row.body))
    const superseding = plan.changed.map(({ supersedes }, i): EntryToAppend => {
      const body = { entry: supersedes, by: size + added.length + i, reason: 'the row changed in its source' }
      return { entry: { kind: 'supersedes', at: tools.now(), by, body } }
    })
    Object.assign(counts, { added: added.length, changed: changed.length, unchanged: plan.unchanged })
    return [...added, ...changed, ...superseding]
  })
  return counts
}

async function heldRows(sql: Sql, mapping: Mapping, rows: readonly string[]): Promise<ReadonlyMap<string, HeldRow>> {
  const held = new Map<string, HeldRow>()
  if (rows.length === 0) return held
  for (const { index, text } of await findEntries(
    sql,
    rows.map((row) => importRowKey(mapping.dataset, row)),
  )) {
    const entry = parseLeaf(text)
    if (entry.kind === 'import-row')
      held.set(entry.body.row, { entry: index, contentHash: hashColumns(entry.body.columns) })
  }
  return held
}
