import type { PublishedBulletin } from '#lib/api-bulletins.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  published: await locals.api.get<PublishedBulletin>(`/bulletins/${encodeURIComponent(params.id)}`),
})
