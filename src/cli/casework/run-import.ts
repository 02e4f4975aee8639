import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createCaseTools, importRows, loadMapping, type ImportReport, type OpenCase } from '../../compose/case/index.ts'
import { readImportTable, type ImportSource } from '../../compose/exchange/index.ts'
import type { ImportFormat } from '../import.ts'
import { withReadable } from '../reading/index.ts'
import { refuse, tellRefusal, write } from '../terminal/index.ts'
import { withCase } from './with-case.ts'

/** Takes a table, features or submissions into a case and prints what became of the rows; refused rows are told on stderr. */
export async function runImport(path: string, format: ImportFormat, store: string): Promise<void> {
  await withCase(store, async (open) => {
    if (format === 'ucdp-ged' || format === 'acled') {
      const input = { name: path, open: () => createReadStream(path, { highWaterMark: 1 << 20 }) }
      const done = await withReadable(input, () =>
        importRows(open, createCaseTools(), loadMapping(format), input.open()),
      )
      return done.ok ? tellReport(done.value) : refuse(done.failure)
    }
    await importDocument(open, path, format)
  })
}

async function importDocument(open: OpenCase, path: string, format: ImportSource): Promise<void> {
  const bytes = await withReadable({ name: path, open: () => createReadStream(path) }, () => readFile(path))
  if (!bytes.ok) return refuse(bytes.failure)
  const table = await readImportTable(format, bytes.value, path)
  if (!table.ok) return refuse(table.failure)
  const { kind, csv, sealedOf } = table.value
  return tellReport(await importRows(open, createCaseTools(), loadMapping(kind), [Buffer.from(csv)], sealedOf))
}

async function tellReport({ tally, refusals, fault }: ImportReport): Promise<void> {
  if (fault) return refuse(fault)
  for (const refusal of refusals) tellRefusal(refusal)
  const { rows, added, changed, unchanged, refused } = tally
  await write(`${rows} rows = ${added} added + ${changed} changed + ${unchanged} unchanged + ${refused} refused\n`)
}
