import { fail, redirect } from '@sveltejs/kit'
import type { Page, ReportLine } from '#lib/api-types.ts'
import { reportPath } from '#lib/paths.ts'
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

/** What came of what was brought in. */
interface Taken {
  readonly reports: readonly string[]
  readonly failures: readonly { readonly from: string; readonly code: string; readonly message: string }[]
}

export const actions: Actions = {
  /** Takes in files, a pasted text, or an address. One report opens at once. */
  default: async ({ request, locals }) => {
    const reports: string[] = []
    const failures: Taken['failures'][number][] = []
    for (const body of broughtBy(await request.formData())) {
      const answer = await locals.api.send<Taken>('/reports', body)
      if (!answer.ok) return fail(answer.problem.status, { problem: answer.problem })
      reports.push(...answer.value.reports)
      failures.push(...answer.value.failures)
    }
    const [only] = reports
    if (only !== undefined && reports.length === 1 && failures.length === 0) redirect(303, reportPath(only))
    return { taken: reports.length, failures }
  },
}

function broughtBy(form: FormData): readonly object[] {
  const facts = given(form, 'outlet', 'published', 'title')
  const files = form.getAll('file').filter((file): file is File => file instanceof File && file.size > 0)
  if (files.length > 0) return files.map((file) => multipart(file, facts))
  const url = wordsOf(form, 'address')
  return [url === '' ? { kind: 'text', text: wordsOf(form, 'text'), ...facts } : { kind: 'address', url }]
}

function multipart(file: File, facts: { readonly [name: string]: string }): FormData {
  const body = new FormData()
  body.append('file', file)
  for (const [name, value] of Object.entries(facts)) body.append(name, value)
  return body
}
