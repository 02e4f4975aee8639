import { error } from '@sveltejs/kit'
import type { AgreementView, FindingsView } from '#lib/api-agreement.ts'
import { knownOf } from '#lib/as-known.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const known = knownOf(url.searchParams)
  const [view, findings] = await Promise.all([
    locals.api.get<AgreementView>(`/agreement?${known}`),
    locals.api.get<FindingsView>(`/findings?clause=${encodeURIComponent(params.clause)}&${known}`),
  ])
  const clause = view.agreement.clauses.find(({ id }) => id === params.clause)
  if (!clause) error(404, `agreement: found no clause ${params.clause}, expected one of the agreement`)
  const obligations = view.obligations.filter((obligation) => obligation.clause === clause.id)
  return { clause, obligations, findings: findings.items }
}
