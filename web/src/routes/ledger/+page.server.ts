import type { LedgerHead, LedgerLine } from '#lib/api-ledger.ts'
import type { PageServerLoad } from './$types'

/** Entries on one page. */
const LIMIT = 50

interface Lines {
  readonly items: readonly LedgerLine[]
  readonly next: number | null
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = new URLSearchParams({ limit: String(LIMIT) })
  const kind = url.searchParams.get('kind') ?? ''
  const below = url.searchParams.get('cursor')
  if (kind !== '') query.set('kind', kind)
  if (below !== null) query.set('below', below)
  const [head, entries] = await Promise.all([
    locals.api.get<LedgerHead>('/ledger'),
    locals.api.ask<Lines>(`/entries?${query}`),
  ])
  return {
    head,
    entries: entries && { items: entries.items, next: entries.next === null ? null : String(entries.next) },
    kind,
  }
}
