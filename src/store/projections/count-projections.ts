import type { Sql } from '../sql.ts'

/** How much there is of each. */
export interface ProjectionCounts {
  readonly reports: number
  /** Pages that came in, copies and second sights included. */
  readonly sightings: number
  readonly claims: number
  readonly incidents: number
  /** Incidents on which two origins at least do not agree. */
  readonly contradicted: number
  /** Incidents by validity. */
  readonly validities: { readonly [validity: string]: number }
  /** Incidents with a proposed validity that waits for a second person. */
  readonly proposed: number
  /** Pages that could not be had or read, and still have not been. */
  readonly failedPages: number
}

/** Counts the projections. */
export async function countProjections(sql: Sql): Promise<ProjectionCounts> {
  const [counts] = await sql.query<Omit<ProjectionCounts, 'validities'>>(
    `select (select count(*)::int from report) as reports, (select count(*)::int from sighting) as sightings,
       (select count(*)::int from claim) as claims, (select count(*)::int from incident) as incidents,
       (select count(*)::int from incident where contradictions > 0) as contradicted,
       (select count(*)::int from incident where proposed is not null) as proposed,
       (select count(*)::int from failed_page) as "failedPages"`,
  )
  const validities = await sql.query<{ validity: string; count: number }>(
    'select validity, count(*)::int as count from incident group by validity order by validity',
  )
  if (!counts) throw new RangeError('counts: found no row, expected one')
  return { ...counts, validities: Object.fromEntries(validities.map(({ validity, count }) => [validity, count])) }
}
