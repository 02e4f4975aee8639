import type { Sql } from '../sql.ts'

/** A person as the store has them. */
export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly side: string | null
  readonly secondFactor: boolean
}

const SELECTION = `person."id" as id, person."name" as name, person."email" as email,
  coalesce(person."twoFactorEnabled", false) as "secondFactor", person_side.side as side,
  array(select role from person_role where person_role.person = person."id" order by role) as roles`

/** The people of the case, by name. */
export function listPeople(sql: Sql): Promise<PersonRow[]> {
  return sql.query<PersonRow>(
    `select ${SELECTION} from person left join person_side on person_side.person = person."id" order by person."name", person."id"`,
  )
}

/** One person; null where there is none of that id. */
export async function findPerson(sql: Sql, id: string): Promise<PersonRow | null> {
  const rows = await sql.query<PersonRow>(
    `select ${SELECTION} from person left join person_side on person_side.person = person."id" where person."id" = $1`,
    [id],
  )
  return rows[0] ?? null
}

/** Gives a person exactly these roles, and the side they speak for. Call it in a transaction. */
export async function writeRoles(
  sql: Sql,
  person: string,
  roles: readonly string[],
  side: string | null,
): Promise<void> {
  await sql.query('delete from person_role where person = $1', [person])
  await sql.query('insert into person_role (person, role) select $1, unnest($2::text[])', [person, [...new Set(roles)]])
  await sql.query('delete from person_side where person = $1', [person])
  if (side !== null) await sql.query('insert into person_side (person, side) values ($1, $2)', [person, side])
}

/** Ids of those who have a role, always in the same order. */
export async function peopleOfRole(sql: Sql, role: string): Promise<readonly string[]> {
  const rows = await sql.query<{ person: string }>('select person from person_role where role = $1 order by person', [
    role,
  ])
  return rows.map(({ person }) => person)
}

/** Whether a person can sign in by themselves: by a password, or through another house's sign-in. */
export async function hasCredential(sql: Sql, person: string): Promise<boolean> {
  const rows = await sql.query<{ there: boolean }>(
    'select exists (select 1 from credential where "userId" = $1) as there',
    [person],
  )
  return rows[0]?.there === true
}

/** Takes from a person all by which they could sign in by themselves, and ends their sessions. Call it in a transaction. */
export async function forgetAccess(sql: Sql, person: string): Promise<void> {
  for (const table of ['credential', 'second_factor', 'session']) {
    await sql.query(`delete from ${table} where "userId" = $1`, [person])
  }
  await sql.query('update person set "twoFactorEnabled" = false where "id" = $1', [person])
}
