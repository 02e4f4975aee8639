import type { AgreementView, SideLedger } from '#lib/api-agreement.ts'
import type { IncidentFile } from '#lib/api-types.ts'
import { knownOf } from '#lib/as-known.ts'
import type { PageServerLoad } from './$types'

const STANCES = ['reported', 'confirmed', 'disputed', 'neverMentioned'] as const satisfies readonly (keyof SideLedger)[]
/** Incidents told of on one page. */
const MOST = 60

export const load: PageServerLoad = async ({ locals, url }) => {
  const known = knownOf(url.searchParams)
  const { ledgers } = await locals.api.get<AgreementView>(`/agreement?${known}`)
  const ledger = ledgers.find(({ side }) => side === url.searchParams.get('side')) ?? ledgers[0]
  const stance = STANCES.find((known) => known === url.searchParams.get('stance')) ?? 'reported'
  const ids = ledger?.[stance] ?? []
  const files = await Promise.all(
    ids.slice(0, MOST).map((id) => locals.api.ask<IncidentFile>(`/incidents/${id}?${known}`)),
  )
  return {
    side: ledger?.side ?? '',
    stance,
    total: ids.length,
    incidents: files.flatMap((file) => {
      if (!file) return []
      const { claims, origins: _, independentOrigins: origins, contradictions, ...line } = file
      return [{ ...line, claims: claims.length, origins, contradictions: contradictions.length }]
    }),
  }
}
