import { readEntriesOfKinds, type Sql } from '../../store/index.ts'

/** When each publication went out, by its id. */
export async function publicationTimes(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const entries = await readEntriesOfKinds(sql, ['publication'])
  return new Map(
    entries.flatMap(({ entry }) => (entry.kind === 'publication' ? [[entry.body.publication, entry.at] as const] : [])),
  )
}
