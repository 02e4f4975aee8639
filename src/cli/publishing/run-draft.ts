import { DEFAULT_CASE } from '../../compose/index.ts'
import { drawFiles, writeBulletinFiles } from '../../compose/publish/index.ts'
import { withCase } from '../casework/with-case.ts'
import type { DraftOptions } from '../bulletin.ts'
import { write } from '../terminal/index.ts'
import { draftOfFolder, draftOfStore, isCaseFolder, type Drafted } from './draft.ts'
import { drawBulletinText } from './draw-text.ts'

/** Drafts a bulletin, shows it, and writes its pages where asked. */
export async function runDraft(source: string = DEFAULT_CASE, options: DraftOptions): Promise<void> {
  if (isCaseFolder(source)) return show(draftOfFolder(source, options), options)
  await withCase(source, async (open) => show(await draftOfStore(open, options), options))
}

async function show(drafted: Drafted | null, { format, site }: DraftOptions): Promise<void> {
  if (!drafted) return
  const { bulletin, published, caseFolder } = drafted
  await write(format === 'json' ? `${JSON.stringify(bulletin)}\n` : drawBulletinText(bulletin))
  if (site === undefined) return
  const files = await drawFiles(bulletin, published, caseFolder, false)
  process.stderr.write(`${writeBulletinFiles(site, bulletin.id, files)}: ${files.length} files, not signed\n`)
}
