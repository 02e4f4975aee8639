import type { LedgerHead, LedgerPage } from '#lib/api-ledger.ts'
import type { PageServerLoad } from './$types'

/** Entries on one page. */
const LIMIT = 50

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = new URLSearchParams({ limit: String(LIMIT), order: 'newest' })
  for (const name of ['kind', 'cursor']) {
    const value = url.searchParams.get(name)
    if (value) query.set(name, value)
  }
  const [head, entries] = await Promise.all([
    locals.api.get<LedgerHead>('/ledger'),
    locals.api.ask<LedgerPage>(`/ledger/entries?${query}`),
  ])
  return { head, entries, kind: url.searchParams.get('kind') ?? '' }
}
