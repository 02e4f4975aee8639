import type { Sql } from '../sql.ts'

/** Tables of people that a copy may hold, each after those that it leans on. Sessions, pending mails and answered writes are never copied. */
export const PEOPLE_TABLES = [
  'person',
  'credential',
  'second_factor',
  'person_role',
  'person_side',
  'api_token',
] as const
export type PeopleTable = (typeof PEOPLE_TABLES)[number]

/** A row of such a table as JSON text: PostgreSQL's own, so that no client bends a date. */
export interface PersonRow {
  readonly table: PeopleTable
  readonly row: string
}

/** All rows of people. */
export async function* readPeople(sql: Sql): AsyncGenerator<PersonRow> {
  for (const table of PEOPLE_TABLES) {
    const rows = await sql.query<{ row: string }>(
      `select row_to_json(${table})::text as row from ${table} order by ${table}::text`,
    )
    for (const { row } of rows) yield { table, row }
  }
}

/** Writes one row back. */
export async function writePerson(sql: Sql, { table, row }: PersonRow): Promise<void> {
  await sql.query(`insert into ${table} select * from json_populate_record(null::${table}, $1::json)`, [row])
}
