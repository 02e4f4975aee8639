import type { BulletinLine } from '#lib/api-bulletins.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  bulletins: (await locals.api.get<{ readonly items: readonly BulletinLine[] }>('/bulletins')).items,
})
