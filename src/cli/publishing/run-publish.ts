import { createCaseTools } from '../../compose/case/index.ts'
import {
  drawFiles,
  publicationTimes,
  publishBulletin,
  readSite,
  writeBulletinFiles,
  writeSiteIndex,
} from '../../compose/publish/index.ts'
import { withCase } from '../casework/with-case.ts'
import type { PublishOptions } from '../bulletin.ts'
import { refuse, write } from '../terminal/index.ts'
import { draftOfStore } from './draft.ts'

/** Publishes a bulletin and puts it into the site's folder. */
export async function runPublish(store: string, options: PublishOptions): Promise<void> {
  await withCase(store, async (open) => {
    const drafted = await draftOfStore(open, options)
    if (!drafted) return
    const { bulletin, published, caseFolder } = drafted
    const files = await drawFiles(bulletin, published, caseFolder, options.pdf)
    const done = await publishBulletin(open, createCaseTools(caseFolder), bulletin, files, options.by)
    if (!done.ok) return refuse(done.failure)
    const folder = writeBulletinFiles(options.site, bulletin.id, done.value.files)
    const { address } = published.file.site
    const site = { name: published.facts.name, address, published: await publicationTimes(open.store) }
    writeSiteIndex(options.site, readSite(options.site), site)
    await write(
      `${folder}: ${done.value.files.length} files, entry ${done.value.entry}, signed by ${done.value.signedBy.join(', ')}\n` +
        `check it offline: truceline verify ${folder}\n`,
    )
  })
}
