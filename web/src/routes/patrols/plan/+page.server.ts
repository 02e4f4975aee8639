import { fail, redirect } from '@sveltejs/kit'
import type { PatrolPlan, PatrolsView } from '#lib/api-patrols.ts'
import { numberOf, wordsOf } from '#lib/server/fields.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = new URLSearchParams()
  for (const name of ['road', 'from', 'to', 'at', 'asOf']) {
    const value = url.searchParams.get(name)
    if (value) asked.set(name, value)
  }
  const [view, plan] = await Promise.all([
    locals.api.get<PatrolsView>(`/patrols?road=${encodeURIComponent(asked.get('road') ?? '')}`),
    locals.api.get<PatrolPlan>(`/patrols/plan?${asked}`),
  ])
  return { view, plan, asOf: asked.get('asOf') ?? '' }
}

export const actions: Actions = {
  /** Puts a proposal to both sides: a decision in the log that each may sign or decline. */
  decide: async ({ request, locals }) => {
    const form = await request.formData()
    const answer = await locals.api.send<{ readonly patrol: string }>('/decisions', {
      kind: 'patrol-plan',
      road: wordsOf(form, 'road'),
      fromKm: numberOf(form, 'fromKm'),
      toKm: numberOf(form, 'toKm'),
      departs: wordsOf(form, 'departs'),
      text: wordsOf(form, 'text'),
      note: wordsOf(form, 'note') || null,
    })
    if (!answer.ok) return fail(answer.problem.status, { problem: answer.problem })
    redirect(303, `/patrols/${answer.value.patrol}`)
  },
}
