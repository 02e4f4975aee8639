import type { FindingsView } from '#lib/api-agreement.ts'
import { knownOf } from '#lib/as-known.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = new URLSearchParams()
  for (const name of ['clause', 'obligation', 'outcome', 'disputed']) {
    const value = url.searchParams.get(name)
    if (value) asked.set(name, value)
  }
  const findings = await locals.api.get<FindingsView>(`/findings?${asked}&${knownOf(url.searchParams)}`)
  return { findings: findings.items, asked: Object.fromEntries(asked) }
}
