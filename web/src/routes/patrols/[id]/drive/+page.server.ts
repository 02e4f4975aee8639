import { error, fail, redirect } from '@sveltejs/kit'
import type { Drive, PatrolFile } from '#lib/api-patrols.ts'
import { plannedPart } from '#lib/patrols/planned.ts'
import { given, wordsOf } from '#lib/server/fields.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { value: file, tag: seen } = await locals.api.tagged<PatrolFile>(`/patrols/${params.id}`)
  if (!locals.me.may.includes('match-drive')) error(403, 'found no role that plans patrols', { code: 'role-missing' })
  return { file, seen, key: crypto.randomUUID() }
}

export const actions: Actions = {
  /** How the track lies on the road; nothing of it is kept. */
  match: async ({ request, locals, params }) => {
    const form = await request.formData()
    const file = await locals.api.get<PatrolFile>(`/patrols/${params.id}`)
    const planned = plannedPart(file)
    const sent = trackOf(form, planned ? { fromKm: String(planned.fromKm), toKm: String(planned.toKm) } : {})
    const answer = await locals.api.send<Drive>(`/roads/${file.road.id}/drives`, sent)
    if (!answer.ok) return fail(answer.problem.status, { on: 'match' as const, problem: answer.problem })
    return { on: 'match' as const, drive: answer.value }
  },
  /** The same file as the account of the liaison's side. */
  log: async ({ request, locals, params }) => {
    const form = await request.formData()
    const sent = trackOf(form, given(form, 'looked', 'outcome', 'says', 'reason', 'number'))
    const options = { seen: wordsOf(form, 'seen'), once: wordsOf(form, 'key') }
    const answer = await locals.api.send(`/patrols/${params.id}/drives`, sent, options)
    // a key stands for one request: whoever was refused tries another one
    const key = crypto.randomUUID()
    if (!answer.ok) return fail(answer.problem.status, { on: 'log' as const, problem: answer.problem, key })
    redirect(303, `/patrols/${params.id}`)
  },
}

function trackOf(form: FormData, fields: { readonly [name: string]: string }): FormData {
  const sent = new FormData()
  const file = form.get('file')
  if (file instanceof File) sent.set('file', file)
  for (const [name, value] of Object.entries(fields)) sent.set(name, value)
  return sent
}
