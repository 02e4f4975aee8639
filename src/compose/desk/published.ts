import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verifyPublication, type PublicationReport } from '../../ledger/index.ts'
import type { Bulletin } from '../../publish/index.ts'
import { readEntriesOfKinds } from '../../store/index.ts'
import { readPublication } from '../publish/index.ts'
import type { Desk } from './open-desk.ts'
import { publicationsOf, type PublicationLine } from './publications.ts'

/** A published bulletin with its files, as they lie in the site's folder. */
export interface PublishedFile extends PublicationLine {
  /** Null where the site's folder has not got it. */
  readonly bulletin: Bulletin | null
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  /** Files that are not what was published, and whatever else does not verify. */
  readonly findings: PublicationReport['findings']
  /** The bulletin that replaced it; null where none did. */
  readonly replacedBy: string | null
}

/** A published bulletin, checked against the log's own keys; null where none of that id went out. */
export async function publishedBulletin(desk: Desk, id: string): Promise<PublishedFile | null> {
  const lines = await publicationsOf(desk)
  const line = lines.find((one) => one.id === id)
  if (!line) return null
  const files = filesOf(desk, id)
  const text = files.get('bulletin.json')
  const { findings } = files.size === 0 ? { findings: [] } : verifyPublication(files)
  const replacedBy = await replacementOf(desk, line.entry)
  return {
    ...line,
    bulletin: text ? readBulletin(text) : null,
    files: [...files].map(([name, { length }]) => ({ name, bytes: length })),
    findings,
    replacedBy: replacedBy === null ? null : (lines.find(({ entry }) => entry === replacedBy)?.id ?? null),
  }
}

/** A file of a published bulletin, byte for byte; null where there is none of that name. */
export async function publishedBytes(desk: Desk, id: string, name: string): Promise<Uint8Array | null> {
  const isOut = (await publicationsOf(desk)).some((one) => one.id === id)
  return isOut ? (filesOf(desk, id).get(name) ?? null) : null
}

/** A publication of another kind may have any id; only a plain name is a folder's. */
function filesOf({ site }: Desk, id: string): ReadonlyMap<string, Uint8Array> {
  const folder = join(site, id)
  return /^\w[\w-]*$/.test(id) && existsSync(folder) ? readPublication(folder) : new Map()
}

/** What is no bulletin any more is told by its finding. */
function readBulletin(bytes: Uint8Array): Bulletin | null {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Bulletin
    return value.format === 'truceline-bulletin/1' ? value : null
  } catch {
    return null
  }
}

async function replacementOf({ open }: Desk, entry: number): Promise<number | null> {
  for (const { entry: one } of await readEntriesOfKinds(open.store, ['supersedes'])) {
    if (one.kind === 'supersedes' && one.body.entry === entry) return one.body.by ?? null
  }
  return null
}
