import { error } from '@sveltejs/kit'
import type { AgreementView, FindingsView } from '#lib/api-agreement.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const [view, findings] = await Promise.all([
    locals.api.get<AgreementView>('/agreement'),
    locals.api.get<FindingsView>(`/findings?clause=${encodeURIComponent(params.clause)}`),
  ])
  const clause = view.agreement.clauses.find(({ id }) => id === params.clause)
  if (!clause) error(404, `agreement: found no clause ${params.clause}, expected one of the agreement`)
  const obligations = view.obligations.filter((obligation) => obligation.clause === clause.id)
  return { clause, obligations, findings: findings.items }
}
