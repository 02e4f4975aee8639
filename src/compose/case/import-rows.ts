import {
  addToTally,
  EMPTY_TALLY,
  hashColumns,
  importTable,
  planAppend,
  type Chunks,
  type HeldRow,
  type ImportTally,
  type Mapping,
  type RowRefusal,
} from '../../import/index.ts'
import type { EntryBodies } from '../../model/index.ts'
import { findEntries, importRowKey, parseLeaf, type EntryToAppend, type Sql } from '../../store/index.ts'
import type { OpenCase } from './open-case.ts'
import { projectCase } from './project-case.ts'
import { sealEntry } from './seal.ts'
import type { CaseTools } from './tools.ts'

/** What is to be sealed of a row, by its id: parts by name. */
export type SealedParts = (row: string) => { readonly [part: string]: string }

/** What became of a table: its rows always sum up. `fault`: why the file as a whole was not taken. */
export interface ImportReport {
  readonly tally: ImportTally
  readonly refusals: readonly RowRefusal[]
  readonly fault: RowRefusal | null
}

/**
 * Takes the rows of a table into a case: new rows and changed rows become entries, unchanged rows nothing.
 *
 * @param sealedOf parts of a row, by its id, that are kept beside the log and can be withheld (Default: none)
 */
export async function importRows(
  open: OpenCase,
  tools: CaseTools,
  mapping: Mapping,
  chunks: Chunks,
  sealedOf: SealedParts = () => ({}),
): Promise<ImportReport> {
  const rowEntry = (body: EntryBodies['import-row']) =>
    sealEntry({ kind: 'import-row', at: tools.now(), by: 'import', body }, sealedOf(body.row))
  let tally = EMPTY_TALLY
  const refusals: RowRefusal[] = []
  let fault: RowRefusal | null = null
  for await (const batch of importTable(chunks, { mapping })) {
    fault ??= batch.fault
    refusals.push(...batch.refusals)
    await open.append(async (sql, size) => {
      const plan = planAppend(
        batch.rows,
        await heldRows(
          sql,
          mapping,
          batch.rows.map(({ body }) => body.row),
        ),
      )
      const refused = batch.refusals.length
      tally = addToTally(tally, {
        added: plan.added.length,
        changed: plan.changed.length,
        unchanged: plan.unchanged,
        refused,
      })
      const added = plan.added.map(({ body }) => rowEntry(body))
      const changed = plan.changed.map(({ row }) => rowEntry(row.body))
      const superseding = plan.changed.map(({ supersedes }, i): EntryToAppend => {
        const body = { entry: supersedes, by: size + added.length + i, reason: 'the row changed in its source' }
        return { entry: { kind: 'supersedes', at: tools.now(), by: 'import', body } }
      })
      return [...added, ...changed, ...superseding]
    })
  }
  await projectCase(open, tools)
  return { tally, refusals, fault }
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
