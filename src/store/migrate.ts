import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Result } from '../base/result.ts'
import { refused, type StoreFailure } from './failure.ts'
import type { Database, Sql } from './sql.ts'

const FOLDER = join(import.meta.dirname, 'migrations')

/**
 * Brings a schema to this version: runs the numbered files of migrations/ that have not run there yet, in order, all in one transaction.
 * Forward only. Fails with `store-newer` where the schema has migrations that this version does not know, and with `postgis-missing`.
 */
export async function migrate(db: Database, schema: string): Promise<Result<void, StoreFailure>> {
  return db.transaction(async (sql) => {
    await sql.query(`select pg_advisory_xact_lock(hashtext('truceline migrations'), hashtext($1))`, [schema])
    const postgis = await ensurePostgis(sql)
    if (!postgis.ok) return postgis
    await sql.run(`create schema if not exists ${schema}`)
    await sql.run('create table if not exists migration (name text primary key)')
    const known = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'))
    const run = new Set((await sql.query<{ name: string }>('select name from migration')).map(({ name }) => name))
    const stranger = [...run].find((name) => !known.includes(name))
    if (stranger)
      return refused('store-newer', 'store', `migration ${stranger}`, 'none that this version does not know')
    for (const name of known.toSorted()) {
      if (run.has(name)) continue
      await sql.run(readFileSync(join(FOLDER, name), 'utf8'))
      await sql.query('insert into migration values ($1)', [name])
    }
    return done(undefined)
  })
}

/** Whether a schema holds a store. */
export async function hasSchema(sql: Sql, schema: string): Promise<boolean> {
  const rows = await sql.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `${schema}.migration`,
  ])
  return rows[0]?.there === true
}

async function ensurePostgis(sql: Sql): Promise<Result<void, StoreFailure>> {
  const available = await sql.query<{ version: string; installed: boolean }>(
    `select default_version as version, installed_version is not null as installed
     from pg_available_extensions where name = 'postgis'`,
  )
  const [postgis] = available
  if (!postgis || Number.parseFloat(postgis.version) < 3.3) {
    return refused('postgis-missing', 'server', postgis ? `PostGIS ${postgis.version}` : 'no PostGIS', 'PostGIS ≥ 3.3')
  }
  // Asked first, since creating it needs rights that an installed one does not.
  if (!postgis.installed) await sql.run('create extension if not exists postgis schema public')
  return done(undefined)
}
