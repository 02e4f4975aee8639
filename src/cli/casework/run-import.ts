import { createReadStream } from 'node:fs'
import { createCaseTools, importRows, loadMapping, type IMPORT_KINDS } from '../../compose/case/index.ts'
import { withReadable } from '../reading/index.ts'
import { refuse, tellRefusal, write } from '../terminal/index.ts'
import { withCase } from './with-case.ts'

/** Takes a table into a case and prints what became of its rows; refused rows are told on stderr. */
export async function runImport(path: string, kind: (typeof IMPORT_KINDS)[number], store: string): Promise<void> {
  await withCase(store, async (open) => {
    const input = { name: path, open: () => createReadStream(path, { highWaterMark: 1 << 20 }) }
    const done = await withReadable(input, () => importRows(open, createCaseTools(), loadMapping(kind), input.open()))
    if (!done.ok) return refuse(done.failure)
    const { tally, refusals, fault } = done.value
    if (fault) return refuse(fault)
    for (const refusal of refusals) tellRefusal(refusal)
    const { rows, added, changed, unchanged, refused } = tally
    await write(`${rows} rows = ${added} added + ${changed} changed + ${unchanged} unchanged + ${refused} refused\n`)
  })
}
