import { done, type Result } from '../base/result.ts'
import { hasEmbedded, openEmbedded } from './engines/embedded.ts'
import { connectPostgres } from './engines/postgres.ts'
import { refused, type StoreFailure } from './failure.ts'
import { DEFAULT_SCHEMA, parseLocation, type StoreLocation } from './location.ts'
import { hasSchema, migrate } from './migrate.ts'
import type { Database } from './sql.ts'

/** How to open a store. */
export interface OpenOptions {
  /** Make the store where there is none. (Default: false) */
  readonly create?: boolean
}

/**
 * Opens a store, a directory or `postgres://…?schema=…`, and brings it to this version's schema. An embedded store takes 2 to 4 s, the
 * first one on a machine 15 s. Fails with a `StoreFailure`; whoever opens it closes it.
 */
export async function openStore(location: string, options: OpenOptions = {}): Promise<Result<Database, StoreFailure>> {
  const where = parseLocation(location)
  if (!where.ok) return where
  const opened = await openEngine(where.value, options.create ?? false)
  if (!opened.ok) return opened
  const migrated = await migrateOrClose(opened.value, where.value)
  return migrated.ok ? done(opened.value) : migrated
}

async function openEngine(where: StoreLocation, create: boolean): Promise<Result<Database, StoreFailure>> {
  if (where.kind === 'directory') {
    if (!create && !hasEmbedded(where.path)) {
      return refused('store-missing', where.path, 'no store', 'one made by `truceline case init`')
    }
    return openEmbedded(where.path, DEFAULT_SCHEMA)
  }
  const db = await connectPostgres(where.url, where.schema)
  if (!db.ok || create || (await hasSchema(db.value, where.schema))) return db
  await db.value.close()
  return refused('store-missing', `schema ${where.schema}`, 'no store', 'one made by `truceline case init`')
}

async function migrateOrClose(db: Database, where: StoreLocation): Promise<Result<void, StoreFailure>> {
  const schema = where.kind === 'server' ? where.schema : DEFAULT_SCHEMA
  try {
    const migrated = await migrate(db, schema)
    if (!migrated.ok) await db.close()
    return migrated
  } catch (cause) {
    await db.close()
    throw cause
  }
}
