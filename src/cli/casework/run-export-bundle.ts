import { writeFile } from 'node:fs/promises'
import { exportBundle } from '../../compose/case/index.ts'
import type { BundleExport } from '../export.ts'
import { refuse, write } from '../terminal/index.ts'
import { withCase } from './with-case.ts'

/** Writes a bundle of entries that anyone can verify offline. */
export async function runExportBundle(
  store: string,
  { incident = [], entry = [], show = [], out }: BundleExport,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const entries = entry.map((text) =>
    /^\d{1,15}$/.test(text) ? Number(text) : wrongUsage(`--entry: found ${text}, expected the index of an entry`),
  )
  await withCase(store, async (open) => {
    const bundle = await exportBundle(open, { entries, incidents: incident, show })
    if (!bundle.ok) return refuse(bundle.failure)
    if (out === undefined) return write(bundle.value.text)
    await writeFile(out, bundle.value.text)
    const { length } = bundle.value.entries
    await write(
      `${out}: ${length} ${length === 1 ? 'entry' : 'entries'}, signed by ${bundle.value.signedBy.join(', ')}\n`,
    )
  })
}
