import { fail } from '@sveltejs/kit'
import type { ReportFile } from '#lib/api-types.ts'
import { amendmentOf } from '#lib/server/amendment.ts'
import { numberOf, wordsOf } from '#lib/server/fields.ts'
import { sameOrigin } from '#lib/server/same-origin.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const file = await locals.api.get<ReportFile>(`/reports/${params.id}`)
  const beside = url.searchParams.get('beside')
  return {
    file,
    beside: beside ? await locals.api.ask<ReportFile>(`/reports/${encodeURIComponent(beside)}`) : null,
    kin: await sameOrigin(locals.api, file),
    chosen: numberFrom(url.searchParams.get('claim')),
  }
}

function numberFrom(words: string | null): number | null {
  return words !== null && /^\d+$/.test(words) ? Number(words) : null
}

export const actions: Actions = {
  /** A person's word on one claim. `basis` is the entry last seen about it: whoever has overtaken is told so. */
  review: async ({ request, locals, params }) => {
    const form = await request.formData()
    const claim = numberOf(form, 'claim') ?? -1
    const verdict = wordsOf(form, 'verdict')
    const basis = numberOf(form, 'basis')
    const body = {
      verdict,
      amended: verdict === 'amended' ? amendmentOf(form) : null,
      reason: wordsOf(form, 'reason'),
      ...(basis === null ? {} : { basis }),
    }
    const answer = await locals.api.send(`/reports/${params.id}/claims/${claim}/review`, body)
    if (!answer.ok) return fail(answer.problem.status, { claim, problem: answer.problem })
    return { claim, done: verdict }
  },
}
