import type { Audit, Cosignature, LedgerHead, LedgerLine, WitnessLine } from '#lib/api-ledger.ts'
import type { Actions, PageServerLoad } from './$types'

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
  const [head, entries, witnesses, cosignatures] = await Promise.all([
    locals.api.get<LedgerHead>('/ledger'),
    locals.api.ask<Lines>(`/entries?${query}`),
    locals.api.get<{ readonly items: readonly WitnessLine[] }>('/witnesses'),
    locals.api.get<{ readonly items: readonly Cosignature[] }>('/ledger/cosignatures'),
  ])
  return {
    head,
    witnesses: witnesses.items,
    cosignatures: cosignatures.items,
    entries: entries && { items: entries.items, next: entries.next === null ? null : String(entries.next) },
    kind,
  }
}

export const actions: Actions = {
  /** Reads the whole log; nothing is written. */
  audit: async ({ locals }) => ({ audit: await locals.api.get<Audit>('/ledger/audit') }),
}
