import { writeFile } from 'node:fs/promises'
import { loadExchangeRules, readExchangedIncidents, readSourceRows, writeExport } from '../../compose/exchange/index.ts'
import type { LeftOut } from '../../exchange/index.ts'
import { withCase } from '../casework/with-case.ts'
import type { ExportOptions } from '../export.ts'
import { write } from '../terminal/index.ts'

/** Writes a case's incidents in a format of others, and tells on stderr what the format had no room for. */
export async function runExport(
  store: string,
  options: ExportOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const { as: format, out } = options
  if (format === 'geopackage' && out === undefined) wrongUsage('--as geopackage: found no --out, expected a file')
  await withCase(store, async (open) => {
    const filter = {
      ...(options.from !== undefined && { from: options.from }),
      ...(options.to !== undefined && { to: options.to }),
      ...(options.status !== undefined && { validity: options.status }),
    }
    const incidents = await readExchangedIncidents(open.store, filter)
    const isWhole = Object.keys(filter).length === 0
    const isTable = format === 'acled' || format === 'ucdp-ged'
    const { bytes, count, leftOut } = await writeExport(format, incidents, loadExchangeRules(options.case), {
      sourceRows: isTable ? await readSourceRows(open.store, format, incidents, isWhole) : [],
      ownColumns: options.columns === 'all',
    })
    if (out === undefined) await write(bytes.toString())
    else await writeFile(out, bytes)
    tellLeftOut(count, leftOut)
  })
}

/** One line for each reason: a table of thousands would drown it otherwise. */
function tellLeftOut(count: number, leftOut: readonly LeftOut[]): void {
  process.stderr.write(`${count} written\n`)
  const reasons = new Map<string, number>()
  for (const { what, why } of leftOut) {
    const reason = `${what}: ${why}`
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  for (const [reason, times] of reasons) process.stderr.write(`left out ${times} times: ${reason}\n`)
}
