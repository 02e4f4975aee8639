import type { Sql } from '../sql.ts'

/** Where a place lies that incidents of the record name, in any case of letters: the most exact of them. Null where none does. */
export async function findPlaceNamed(
  sql: Sql,
  name: string,
): Promise<{ readonly lat: number; readonly lon: number } | null> {
  const rows = await sql.query<{ lat: number; lon: number }>(
    `select latitude as lat, longitude as lon from incident where lower(place) = lower($1) and latitude is not null
     order by radius_metres, id limit 1`,
    [name],
  )
  return rows[0] ?? null
}
