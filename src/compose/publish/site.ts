import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { done, failed, type Result } from '../../base/result.ts'
import type { PublishedFile } from '../../ledger/index.ts'
import { drawIndex, writeFeed, type Bulletin, type FeedSite } from '../../publish/index.ts'

/** The bulletins that a site's folder holds, by id. A folder that is no bulletin is passed over. */
export function readSite(site: string): readonly Bulletin[] {
  if (!existsSync(site)) return []
  return readdirSync(site)
    .toSorted()
    .flatMap((name) => {
      const path = join(site, name, 'bulletin.json')
      if (!existsSync(path)) return []
      const bulletin = JSON.parse(readFileSync(path, 'utf8')) as Bulletin
      return bulletin.format === 'truceline-bulletin/1' ? [bulletin] : []
    })
}

/** Why nothing can be put into a site's folder. */
export interface SiteFailure {
  readonly code: 'folder-unwritable'
  readonly message: string
}

/** Makes a site's folder where there is none. Fails with `folder-unwritable`: what went out and has no files could not be shown. */
export function siteReady(site: string): Result<null, SiteFailure> {
  try {
    mkdirSync(site, { recursive: true })
    accessSync(site, constants.W_OK)
    return done(null)
  } catch (cause) {
    const found = (cause as NodeJS.ErrnoException).code ?? 'a failure'
    return failed({ code: 'folder-unwritable', message: `${site}: found ${found}, expected a folder to write in` })
  }
}

/** Writes a bulletin's files into its own folder of the site. */
export function writeBulletinFiles(site: string, id: string, files: readonly PublishedFile[]): string {
  const folder = join(site, id)
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
  return folder
}

/** Writes the site's index and feed anew. */
export function writeSiteIndex(site: string, bulletins: readonly Bulletin[], feed: FeedSite): void {
  const index = drawIndex(feed.name, bulletins)
  writeFileSync(join(site, index.file), index.text)
  writeFileSync(join(site, 'feed.xml'), writeFeed(bulletins, feed))
}

/** The files of a publication's folder by name, as `verifyPublication` takes them. */
export function readPublication(folder: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(entries.map(({ name }) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const))
}
