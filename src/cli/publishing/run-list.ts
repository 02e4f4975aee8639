import { readEntriesOfKinds } from '../../store/index.ts'
import { withCase } from '../casework/with-case.ts'
import { printableLine, write } from '../terminal/index.ts'

/** Lists the bulletins that a case has published, and which of them a later one replaced. */
export async function runList(store: string): Promise<void> {
  await withCase(store, async (open) => {
    const entries = await readEntriesOfKinds(open.store, ['publication', 'supersedes'])
    const replaced = new Set(entries.flatMap(({ entry }) => (entry.kind === 'supersedes' ? [entry.body.entry] : [])))
    for (const { index, entry } of entries) {
      if (entry.kind !== 'publication') continue
      const note = replaced.has(index) ? ', replaced by a later one' : ''
      await write(
        `${printableLine(entry.body.publication)}  published ${entry.at} by ${printableLine(entry.by)}, entry ${index}${note}\n`,
      )
    }
    if (!entries.some(({ entry }) => entry.kind === 'publication')) await write('no bulletin has been published\n')
  })
}
