import type { DeskView } from '#lib/api-desk.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  desk: locals.me.person ? await locals.api.ask<DeskView>('/desk') : null,
})
