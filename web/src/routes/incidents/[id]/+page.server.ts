import { error, fail, redirect } from '@sveltejs/kit'
import type { ClaimReference } from '../../../../../src/model/index.ts'
import type { IncidentFile, IncidentHistory, ReportFile } from '#lib/api-types.ts'
import type { Api } from '#lib/server/api.ts'
import { claimsIn, tooFew } from '#lib/server/claims.ts'
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
    if (!answer.ok) return fail(answer.problem.status, { on: axis, problem: answer.problem })
    return { on: axis, done: to }
  },

  /** That claims tell of another incident than the rest, or whether those chosen tell of one. */
  part: async ({ request, locals, params }) => {
    const form = await request.formData()
    const decision = wordsOf(form, 'decision')
    const [claims, reason] = [claimsIn(form), wordsOf(form, 'reason')]
    const options = { seen: wordsOf(form, 'seen') }
    if (claims.length < (decision === 'split' ? 1 : 2)) return fail(422, { on: 'part' as const, problem: tooFew() })
    const answer =
      decision === 'split'
        ? await locals.api.send(`/incidents/${params.id}/splits`, { claims, reason }, options)
        : await locals.api.send('/links', { decision, claims, reason }, options)
    if (!answer.ok) return fail(answer.problem.status, { on: 'part' as const, problem: answer.problem })
    if (decision !== 'split') return { on: 'part' as const, other: null }
    const parts = await Promise.all([claims, claimsIn(form, 'of')].map((some) => incidentsWith(locals.api, some)))
    return { on: 'part' as const, other: parts.flat().find((id) => id !== params.id) ?? null }
  },
  /** A review or a decision on links is taken back; it stays in the log. */
  withdraw: async ({ request, locals }) => {
    const form = await request.formData()
    const entry = wordsOf(form, 'entry')
    const body = { reason: wordsOf(form, 'reason') }
    const answer = await locals.api.send(`/entries/${encodeURIComponent(entry)}/withdrawal`, body)
    if (!answer.ok) return fail(answer.problem.status, { on: 'withdraw' as const, entry, problem: answer.problem })
    return { on: 'withdraw' as const, entry }
  },
}

/** The incidents that claims are in now; of many the first few tell. */
async function incidentsWith(api: Api, claims: readonly ClaimReference[]): Promise<readonly string[]> {
  const found = claims.slice(0, 5).map(async ({ report, claim }) => {
    const file = await api.ask<ReportFile>(`/reports/${encodeURIComponent(report)}`)
    return file?.incidents.find((one) => one.claim === claim && one.role === 'news')?.incident ?? []
  })
  return (await Promise.all(found)).flat()
}
