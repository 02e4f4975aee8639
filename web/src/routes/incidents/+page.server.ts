import type { IncidentLine, Page } from '#lib/api-types.ts'
import { filterOf } from '#lib/incidents/filter.ts'
import type { PageServerLoad } from './$types'

/** Incidents on one page. */
const LIMIT = 50

interface Counted extends Page<IncidentLine> {
  readonly count: { readonly total: number; readonly withoutPlace: number }
}

/** A bar of the timeline, for each act of a day. */
interface Bar {
  readonly from: string
  readonly incidents: number
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = filterOf(url.searchParams)
  const query = new URLSearchParams(filter)
  query.set('limit', String(LIMIT))
  const cursor = url.searchParams.get('cursor')
  if (cursor) query.set('cursor', cursor)
  const [incidents, timeline] = await Promise.all([
    locals.api.get<Counted>(`/incidents?${query}`),
    locals.api.askKept<readonly Bar[]>(`/timeline?${filter}`),
  ])
  return {
    incidents,
    days: (timeline ?? []).map(({ from, incidents: count }) => ({ day: from, count })),
    query: filter.toString(),
    filter: Object.fromEntries(filter),
  }
}
