import { fail, redirect } from '@sveltejs/kit'
import type { Page, ReportLine } from '#lib/api-types.ts'
import { given, wordsOf } from '#lib/server/fields.ts'
import type { Actions, PageServerLoad } from './$types'

/** Reports on one page. */
const LIMIT = 50

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = new URLSearchParams({ limit: String(LIMIT) })
  for (const name of ['title', 'outlet', 'from', 'to', 'cursor']) {
    const value = url.searchParams.get(name)
    if (value) query.set(name, value)
  }
  return {
    reports: await locals.api.get<Page<ReportLine>>(`/reports?${query}`),
    filter: Object.fromEntries(url.searchParams),
  }
}

interface Taken {
  readonly reports: readonly { readonly id: string }[]
}

export const actions: Actions = {
  /** Takes in files, a pasted text, or an address. */
  default: async ({ request, locals }) => {
    const form = await request.formData()
    const files = form.getAll('file').filter((file): file is File => file instanceof File && file.size > 0)
    const facts = given(form, 'outlet', 'published', 'title')
    const answer = await (files.length > 0
      ? locals.api.send<Taken>('/reports', multipart(files, facts))
      : wordsOf(form, 'address') === ''
        ? locals.api.send<Taken>('/reports', { text: wordsOf(form, 'text'), ...facts })
        : locals.api.send<Taken>('/reports', { address: wordsOf(form, 'address') }))
    if (!answer.ok) return fail(answer.problem.status, { problem: answer.problem })
    const [only, ...more] = answer.value.reports
    if (only && more.length === 0) redirect(303, `/reports/${only.id}`)
    return { taken: answer.value.reports.length }
  },
}

function multipart(files: readonly File[], facts: { readonly [name: string]: string }): FormData {
  const body = new FormData()
  for (const file of files) body.append('file', file)
  for (const [name, value] of Object.entries(facts)) body.append(name, value)
  return body
}
