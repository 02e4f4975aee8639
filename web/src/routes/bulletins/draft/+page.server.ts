import { fail, redirect } from '@sveltejs/kit'
import type { BulletinDraft } from '#lib/api-bulletins.ts'
import { given, wordsOf } from '#lib/server/fields.ts'
import type { Actions, PageServerLoad } from './$types'

const NAMES = ['day', 'from', 'cutOff', 'basis', 'correct'] as const

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = new URLSearchParams()
  for (const name of NAMES) {
    const value = url.searchParams.get(name)
    if (value) query.set(name, value)
  }
  return { draft: await locals.api.get<BulletinDraft>(`/bulletins/draft?${query}`), asked: Object.fromEntries(query) }
}

export const actions: Actions = {
  /** Publishes the draft that was looked at; another one by now is refused. */
  default: async ({ request, locals }) => {
    const form = await request.formData()
    const body = {
      ...given(form, 'day', 'from', 'cutOff', 'basis'),
      correct: wordsOf(form, 'correct') === '1',
      sha256: wordsOf(form, 'sha256'),
      seen: Number(wordsOf(form, 'seen')),
      pdf: wordsOf(form, 'pdf') === '1',
    }
    const answer = await locals.api.send<{ readonly id: string }>('/bulletins', body)
    if (!answer.ok) return fail(answer.problem.status, { problem: answer.problem })
    redirect(303, `/bulletins/${answer.value.id}`)
  },
}
