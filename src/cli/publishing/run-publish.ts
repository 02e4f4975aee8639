import { createCaseTools } from '../../compose/case/index.ts'
import { loadRoads } from '../../compose/index.ts'
import {
  bulletinFiles,
  printPdf,
  publishBulletin,
  readSite,
  writeBulletinFiles,
  writeSiteIndex,
} from '../../compose/publish/index.ts'
import { readEntriesOfKinds, type Sql } from '../../store/index.ts'
import { withCase } from '../casework/with-case.ts'
import type { PublishOptions } from '../bulletin.ts'
import { refuse, write } from '../terminal/index.ts'
import { draftOfStore } from './draft.ts'
import { supportOf } from './run-draft.ts'

/** Publishes a bulletin and puts it into the site's folder. */
export async function runPublish(store: string, options: PublishOptions): Promise<void> {
  await withCase(store, async (open) => {
    const drafted = await draftOfStore(open, options)
    if (!drafted) return
    const { bulletin, published, caseFolder } = drafted
    const draw = { roads: loadRoads(caseFolder), nameOf: published.facts.nameOf, support: supportOf(drafted) }
    const bare = await bulletinFiles(bulletin, draw)
    const pdf = options.pdf ? await printPdf(bare[0]?.bytes ?? new Uint8Array()) : null
    const files = pdf
      ? [
          ...(await bulletinFiles(bulletin, { ...draw, hasPdf: true })),
          { name: 'bulletin.pdf', mediaType: 'application/pdf', bytes: pdf },
        ]
      : bare
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

async function publicationTimes(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const entries = await readEntriesOfKinds(sql, ['publication'])
  return new Map(
    entries.flatMap(({ entry }) => (entry.kind === 'publication' ? [[entry.body.publication, entry.at] as const] : [])),
  )
}
