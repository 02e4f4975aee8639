import { error, fail } from '@sveltejs/kit'
import type { TablesLook } from '#lib/api-tables.ts'
import { wordsOf } from '#lib/server/fields.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { me } = await parent()
  if (!me.may.includes('import-table')) error(403)
}

export const actions: Actions = {
  /** Reads the table and says what would become of its rows. */
  look: (event) => bring(event, '/tables/looks'),
  /** Takes the rows in, if the file is the one that was looked at. */
  keep: (event) => bring(event, '/tables'),
}

async function bring({ request, locals }: RequestEvent, path: string) {
  const form = await request.formData()
  const as = wordsOf(form, 'as')
  const answer = await locals.api.send<TablesLook>(path, bodyOf(form))
  if (!answer.ok) return fail(answer.problem.status, { problem: answer.problem, look: null, isKept: false, as })
  return { problem: null, look: answer.value, isKept: path === '/tables', as }
}

/** Files that were not chosen come as empty ones; they are left out, as is what has no name where a mapping is given. */
function bodyOf(form: FormData): FormData {
  const body = new FormData()
  const file = form.get('file')
  if (file instanceof File && file.size > 0) body.append('file', file)
  for (const name of ['mapping', 'with']) {
    const beside = form.get(name)
    if (beside instanceof File && beside.size > 0) body.append(name, beside)
  }
  const [as, looked] = [wordsOf(form, 'as'), wordsOf(form, 'looked')]
  if (as !== 'mapping') body.append('as', as)
  if (looked !== '') body.append('looked', looked)
  return body
}
