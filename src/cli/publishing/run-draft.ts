import { DEFAULT_CASE, loadRoads } from '../../compose/index.ts'
import { bulletinFiles, writeBulletinFiles } from '../../compose/publish/index.ts'
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
  const files = await bulletinFiles(bulletin, {
    roads: loadRoads(caseFolder),
    nameOf: published.facts.nameOf,
    support: supportOf(drafted),
  })
  process.stderr.write(`${writeBulletinFiles(site, bulletin.id, files)}: ${files.length} files, not signed\n`)
}

/** The site's bar, where the case shows it. */
export function supportOf({ published }: Drafted) {
  const support = published.file.site.support
  return support?.show === true ? support : null
}
