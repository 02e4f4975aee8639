import type { EntryIndex, EntryKind, EntryOf } from '../../model/index.ts'
import { readEntriesOfKinds, type IndexedEntry, type Sql } from '../../store/index.ts'

const BY_PEOPLE = ['review', 'link-decision', 'verification-step', 'supersedes'] as const

/** What people decided, in the order of the log. */
export interface Decided {
  readonly entries: readonly IndexedEntry[]
  readonly reviews: readonly EntryOf<'review'>['body'][]
  readonly links: readonly EntryOf<'link-decision'>['body'][]
}

/**
 * Reads what people decided and nobody replaced or withdrew.
 *
 * @param before an instant; decisions recorded at it or later do not count, nor do withdrawals (Default: all count)
 */
export async function readDecided(sql: Sql, before?: string): Promise<Decided> {
  const all = await readEntriesOfKinds(sql, BY_PEOPLE, before)
  const gone = withdrawnBy(all)
  const entries = all.filter(({ index }) => !gone.has(index))
  return { entries, reviews: bodiesOf(entries, 'review'), links: bodiesOf(entries, 'link-decision') }
}

function withdrawnBy(entries: readonly IndexedEntry[]): ReadonlySet<EntryIndex> {
  return new Set(entries.flatMap(({ entry }) => (entry.kind === 'supersedes' ? entry.body.entry : [])))
}

function bodiesOf<K extends EntryKind>(entries: readonly IndexedEntry[], kind: K): readonly EntryOf<K>['body'][] {
  return entries
    .map(({ entry }) => entry)
    .filter((entry): entry is EntryOf<K> & typeof entry => entry.kind === kind)
    .map(({ body }) => body)
}
