import { error, fail, redirect } from '@sveltejs/kit'
import type { IncidentFile, IncidentLine, Page } from '#lib/api-types.ts'
import { incidentIn, nearQuery } from '#lib/incidents/near.ts'
import { claimsIn, laterOf, tooFew } from '#lib/server/claims.ts'
import { wordsOf } from '#lib/server/fields.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!locals.me.may.includes('merge-incidents')) {
    error(403, 'found no role that links and parts incidents', { code: 'role-missing' })
  }
  const { value: incident, tag: seen } = await locals.api.tagged<IncidentFile>(`/incidents/${params.id}`)
  if (incident.id !== params.id) redirect(307, `/incidents/${incident.id}/compare${url.search}`)
  const words = url.searchParams.get('with') ?? ''
  const named = incidentIn(words)
  const [near, other] = await Promise.all([
    locals.api.ask<Page<IncidentLine>>(`/incidents?${nearQuery(incident)}`),
    named === '' ? null : locals.api.tagged<IncidentFile>(`/incidents/${named}`),
  ])
  return {
    incident,
    other: other?.value ?? null,
    seen: other ? laterOf(seen, other.tag) : seen,
    near: near?.items.filter(({ id }) => id !== incident.id) ?? [],
    /** Words that name no incident. */
    unknown: named === '' ? words : '',
  }
}

export const actions: Actions = {
  /** That two incidents are one, or whether claims of them are. */
  decide: async ({ request, locals, params }) => {
    const form = await request.formData()
    const decision = wordsOf(form, 'decision')
    const reason = wordsOf(form, 'reason')
    const claims = claimsIn(form)
    if (decision !== 'merge' && claims.length < 2) return fail(422, { problem: tooFew() })
    const options = { seen: wordsOf(form, 'seen') }
    const answer =
      decision === 'merge'
        ? await locals.api.send('/merges', { incidents: [params.id, wordsOf(form, 'other')], reason }, options)
        : await locals.api.send('/links', { decision, claims, reason }, options)
    if (!answer.ok) return fail(answer.problem.status, { problem: answer.problem })
    redirect(303, `/incidents/${params.id}`)
  },
}
