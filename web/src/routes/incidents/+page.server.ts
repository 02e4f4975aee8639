import type { IncidentLine, Page } from '#lib/api-types.ts'
import { filterOf } from '#lib/incidents/filter.ts'
import type { PageServerLoad } from './$types'

/** Incidents on one page. */
const LIMIT = 50

interface Counted extends Page<IncidentLine> {
  readonly count: { readonly total: number; readonly withoutPlace: number }
}

/** Incidents by day, for the timeline. */
export interface DayCount {
  readonly day: string
  readonly count: number
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = filterOf(url.searchParams)
  const query = new URLSearchParams(filter)
  query.set('limit', String(LIMIT))
  const cursor = url.searchParams.get('cursor')
  if (cursor) query.set('cursor', cursor)
  const [incidents, timeline] = await Promise.all([
    locals.api.get<Counted>(`/incidents?${query}`),
    locals.api.ask<{ readonly days: readonly DayCount[] }>(`/incidents/timeline?${filter}`),
  ])
  return { incidents, days: timeline?.days ?? [], query: filter.toString(), filter: Object.fromEntries(filter) }
}
