import { fail } from '@sveltejs/kit'
import { wordsOf } from '#lib/server/fields.ts'
import type { Actions, PageServerLoad } from './$types'

interface PersonLine {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly side: string | null
}

export const load: PageServerLoad = async ({ locals }) => ({
  people: await locals.api.get<readonly PersonLine[]>('/people'),
})

export const actions: Actions = {
  /** Makes an account; the link that signs its person in, once, is shown to the admin, who passes it on. */
  invite: async ({ request, locals }) => {
    const form = await request.formData()
    const name = wordsOf(form, 'name')
    const answer = await locals.api.send<{ readonly link: string }>('/people', {
      name,
      email: wordsOf(form, 'email'),
      ...rolesOf(form),
    })
    if (!answer.ok) return fail(answer.problem.status, { problem: answer.problem })
    return { name, link: answer.value.link }
  },
  /** Gives a person exactly these roles. */
  roles: async ({ request, locals }) => {
    const form = await request.formData()
    const path = `/people/${encodeURIComponent(wordsOf(form, 'id'))}/roles`
    const answer = await locals.api.send(path, rolesOf(form), { method: 'PUT' })
    if (!answer.ok) return fail(answer.problem.status, { problem: answer.problem })
    return { done: true }
  },
}

function rolesOf(form: FormData): { readonly roles: readonly string[]; readonly side: string | null } {
  return { roles: form.getAll('role').filter((role) => typeof role === 'string'), side: wordsOf(form, 'side') || null }
}
