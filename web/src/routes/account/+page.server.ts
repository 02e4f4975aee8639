import { fail, redirect } from '@sveltejs/kit'
import { rawOf } from '#lib/server/fields.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.me.person) redirect(303, '/sign-in?to=/account')
}

export const actions: Actions = {
  /** Sets one's own password; where one is set, the current one is asked for. */
  default: async ({ request, locals }) => {
    const form = await request.formData()
    const current = rawOf(form, 'current')
    const answer = await locals.api.send('/me/password', {
      password: rawOf(form, 'password'),
      current: current === '' ? null : current,
    })
    if (!answer.ok) return fail(answer.problem.status, { problem: answer.problem })
    return { done: true }
  },
}
