import { fail } from '@sveltejs/kit'
import type { PatrolFile } from '#lib/api-patrols.ts'
import { numberOf, wordsOf } from '#lib/server/fields.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  file: await locals.api.get<PatrolFile>(`/patrols/${params.id}`),
})

export const actions: Actions = {
  /** A side's word on a decision, by its liaison. */
  consent: async ({ request, locals }) => {
    const form = await request.formData()
    const decision = wordsOf(form, 'decision')
    const body = { verdict: wordsOf(form, 'verdict'), reason: wordsOf(form, 'reason') }
    const answer = await locals.api.send(`/decisions/${encodeURIComponent(decision)}/consents`, body)
    if (!answer.ok) return fail(answer.problem.status, { on: decision, problem: answer.problem })
    return { on: decision, done: true }
  },
  /** A side's account of the patrol in its own words. */
  account: async ({ request, locals, params }) => {
    const form = await request.formData()
    const answer = await locals.api.send(`/patrols/${params.id}/accounts`, {
      outcome: wordsOf(form, 'outcome'),
      says: wordsOf(form, 'says'),
      reason: wordsOf(form, 'reason') || null,
      number: numberOf(form, 'number'),
      toKm: numberOf(form, 'toKm'),
      turnedBackAtKm: numberOf(form, 'turnedBackAtKm'),
    })
    if (!answer.ok) return fail(answer.problem.status, { on: 'account', problem: answer.problem })
    return { on: 'account', done: true }
  },
}
