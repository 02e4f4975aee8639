import type { PatrolsView } from '#lib/api-patrols.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const road = url.searchParams.get('road')
  return { view: await locals.api.get<PatrolsView>(`/patrols${road ? `?road=${encodeURIComponent(road)}` : ''}`) }
}
