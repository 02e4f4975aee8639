import { sha256 } from '../../base/sha256.ts'
import type { Sql } from '../sql.ts'

/** How many entries of the log the projections hold. */
export interface ProjectionState {
  /** Entries whose reports, claims, sightings and failures are written. */
  readonly readingsSize: number
  /** Entries that the incidents are computed from. */
  readonly incidentsSize: number
  /** Entries that the findings are computed from. */
  readonly findingsSize: number
}

const NOTHING: ProjectionState = { readingsSize: 0, incidentsSize: 0, findingsSize: 0 }

/** How far the projections are. */
export async function readProjectionState(sql: Sql): Promise<ProjectionState> {
  const rows = await sql.query<ProjectionState>(
    `select readings_size as "readingsSize", incidents_size as "incidentsSize", findings_size as "findingsSize"
     from projection_state`,
  )
  return rows[0] ?? NOTHING
}

/** Notes how far the projections are. */
export async function writeProjectionState(sql: Sql, state: ProjectionState): Promise<void> {
  await sql.query('update projection_state set readings_size = $1, incidents_size = $2, findings_size = $3', [
    state.readingsSize,
    state.incidentsSize,
    state.findingsSize,
  ])
}

const TABLES = [
  'projection_state',
  'report',
  'sighting',
  'failed_page',
  'claim',
  'incident',
  'incident_claim',
  'incident_actor',
  'incident_zone',
  'finding',
] as const

/** Empties all projections; entries stay. */
export async function clearProjections(sql: Sql): Promise<void> {
  await sql.run(`truncate ${TABLES.filter((table) => table !== 'projection_state').join(', ')}`)
  await writeProjectionState(sql, NOTHING)
}

/** Puts empty temporary projections before the real ones until the transaction ends; all queries then see those. */
export async function shadowProjections(sql: Sql): Promise<void> {
  for (const table of TABLES) {
    await sql.run(
      `create temporary table ${table} (like ${table} including defaults including generated including indexes) on commit drop`,
    )
  }
  await sql.run('insert into projection_state values (0, 0, 0)')
}

/** A table of the projections and the SHA-256 of its rows as PostgreSQL prints them, in an order that does not depend on how they came in. */
export interface TableDigest {
  readonly table: string
  readonly rows: number
  readonly sha256: string
}

/** Digests of all projections, and one over them: equal exactly where the projections are, on whichever engine. */
export async function digestProjections(
  sql: Sql,
): Promise<{ readonly sha256: string; readonly tables: readonly TableDigest[] }> {
  const tables: TableDigest[] = []
  for (const table of TABLES) {
    const [digest] = await sql.query<{ rows: number; sha256: string }>(
      `select count(*)::bigint as rows,
         encode(sha256(coalesce(string_agg(row_hash, ''::bytea order by row_hash), ''::bytea)), 'hex') as sha256
       from (select sha256(convert_to(${table}::text, 'UTF8')) as row_hash from ${table}) as hashed`,
    )
    if (digest) tables.push({ table, ...digest })
  }
  const all = tables.map(({ table, sha256 }) => `${table} ${sha256}\n`).join('')
  return { sha256: Buffer.from(sha256(all)).toString('hex'), tables }
}
