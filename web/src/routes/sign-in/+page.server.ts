import { fail, redirect } from '@sveltejs/kit'
import { backTo } from '#lib/server/back.ts'
import { rawOf, wordsOf } from '#lib/server/fields.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  const to = backTo(url.searchParams.get('to'))
  if (locals.me.person) redirect(303, to)
  return { to }
}

export const actions: Actions = {
  /** Name and password; where the account has a second factor, the code comes next. */
  password: async ({ request, locals }) => {
    const form = await request.formData()
    const email = wordsOf(form, 'email')
    const answer = await locals.api.send<{ readonly twoFactorRedirect?: boolean } | null>('/api/auth/sign-in/email', {
      email,
      password: rawOf(form, 'password'),
    })
    if (!answer.ok) return fail(answer.problem.status, { email, problem: answer.problem })
    if (answer.value?.twoFactorRedirect === true) return { email, code: true }
    redirect(303, backTo(form.get('to')))
  },
  /** The code of the second factor. */
  code: async ({ request, locals }) => {
    const form = await request.formData()
    const answer = await locals.api.send('/api/auth/two-factor/verify-totp', { code: wordsOf(form, 'code') })
    if (!answer.ok) return fail(answer.problem.status, { code: true, problem: answer.problem })
    redirect(303, backTo(form.get('to')))
  },
}
