import { error, fail, redirect } from '@sveltejs/kit'
import type { IncidentFile, IncidentHistory } from '#lib/api-types.ts'
import { wordsOf } from '#lib/server/fields.ts'
import type { FindingLine } from '#lib/findings.ts'
import { knownOf } from '#lib/as-known.ts'
import type { Actions, PageServerLoad } from './$types'

interface Actor {
  readonly id: string
  readonly name: string
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const known = knownOf(url.searchParams)
  const [{ value: incident, tag: seen }, history, findings, actors] = await Promise.all([
    locals.api.tagged<IncidentFile>(`/incidents/${params.id}?${known}`),
    locals.api.ask<IncidentHistory>(`/incidents/${params.id}/history?${known}`),
    locals.api.ask<{ readonly items: readonly FindingLine[] }>(`/findings?incident=${params.id}&${known}`),
    locals.api.ask<{ readonly items: readonly Actor[] }>('/actors'),
  ])
  // an address that was sent leads to where the incident is now
  if (incident.id !== params.id) redirect(307, `/incidents/${incident.id}${url.search}`)
  return {
    incident,
    seen,
    history,
    findings: findings?.items ?? [],
    actors: actors?.items ?? [],
    /** Whether this is how it was known on another day: nobody decides on that. */
    isThen: known.size > 0,
  }
}

/** States of responsibility that name whom. */
const NAMES_ACTOR = new Set(['attributable', 'largely-attributable'])

export const actions: Actions = {
  /** One step on one of the two axes. The state that it starts from is what the person saw: who has been overtaken is told so. */
  step: async ({ request, locals, params }) => {
    const form = await request.formData()
    const axis = wordsOf(form, 'axis')
    const actor = wordsOf(form, 'actor')
    const to = wordsOf(form, 'to')
    if (axis !== 'validity' && axis !== 'responsibility')
      error(400, 'axis: found another word, expected validity or responsibility')
    const answer = await locals.api.send(
      `/incidents/${params.id}/steps`,
      {
        axis,
        from: wordsOf(form, 'from'),
        to: NAMES_ACTOR.has(to) ? `${to}:${actor}` : to,
        reason: wordsOf(form, 'reason'),
      },
      { seen: wordsOf(form, 'seen') },
    )
    if (!answer.ok) return fail(answer.problem.status, { axis, problem: answer.problem })
    return { axis, done: to }
  },
}
