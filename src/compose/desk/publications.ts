import type { EntryIndex } from '../../model/index.ts'
import { readEntriesOfKinds } from '../../store/index.ts'
import type { Desk } from './open-desk.ts'

/** Something that went out, by its entry. */
export interface PublicationLine {
  readonly id: string
  readonly entry: EntryIndex
  readonly at: string
  readonly by: string
  /** Hexadecimal SHA-256 of what was published. */
  readonly sha256: string
  readonly mediaType: string
}

/** All that was published, the last first. */
export async function publicationsOf({ open }: Desk): Promise<readonly PublicationLine[]> {
  const entries = await readEntriesOfKinds(open.store, ['publication'])
  return entries
    .flatMap(({ index, entry }) => {
      if (entry.kind !== 'publication') return []
      const { publication: id, sha256, mediaType } = entry.body
      return [{ id, entry: index, at: entry.at, by: entry.by, sha256, mediaType }]
    })
    .toReversed()
}
