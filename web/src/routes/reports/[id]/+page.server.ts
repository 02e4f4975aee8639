import { fail } from '@sveltejs/kit'
import type { ReportFile } from '#lib/api-types.ts'
import { amendmentOf } from '#lib/server/amendment.ts'
import { readKnownNames } from '#lib/server/known-names.ts'
import { numberOf, wordsOf } from '#lib/server/fields.ts'
import { sameOrigin } from '#lib/server/same-origin.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { value: file, tag: seen } = await locals.api.tagged<ReportFile>(`/reports/${encodeURIComponent(params.id)}`)
  const beside = url.searchParams.get('beside')
  return {
    file,
    seen,
    beside: beside ? await locals.api.ask<ReportFile>(`/reports/${encodeURIComponent(beside)}`) : null,
    kin: await sameOrigin(locals.api, file),
    known: await readKnownNames(locals.api),
    chosen: numberFrom(url.searchParams.get('claim')),
  }
}

function numberFrom(words: string | null): number | null {
  return words !== null && /^\d+$/.test(words) ? Number(words) : null
}

export const actions: Actions = {
  /** A person's word on one claim. `seen` is the tag of the report as it was shown: who has been overtaken is told so. */
  review: async ({ request, locals, params }) => {
    const form = await request.formData()
    const claim = numberOf(form, 'claim') ?? -1
    const verdict = wordsOf(form, 'verdict')
    const reason = wordsOf(form, 'reason')
    const amendment = verdict === 'amended' ? amendmentOf(form, await readKnownNames(locals.api)) : null
    if (amendment && !amendment.ok) return fail(amendment.problem.status, { claim, problem: amendment.problem })
    const body = amendment ? { verdict, amendment: amendment.value, reason } : { verdict, reason }
    const answer = await locals.api.send(`/reports/${encodeURIComponent(params.id)}/claims/${claim}/reviews`, body, {
      seen: wordsOf(form, 'seen'),
    })
    if (!answer.ok) return fail(answer.problem.status, { claim, problem: answer.problem })
    return { claim, done: verdict }
  },
}
