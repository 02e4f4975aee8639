import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, types, type Transaction } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'
import { done, type Result } from '../../base/result.ts'
import { refused, type StoreFailure } from '../failure.ts'
import type { Database, Sql, SqlValue } from '../sql.ts'
import { lockDirectory } from './directory-lock.ts'
import { copyPrepared, prepareOnce } from './prepared-directory.ts'

/** Whether a directory holds an embedded store. */
export function hasEmbedded(directory: string): boolean {
  return existsSync(dataFolder(directory))
}

/**
 * Opens PostgreSQL inside this process on `directory/data`, made from the prepared one where there is none yet. Takes 2 to 4 s and a
 * gigabyte of memory; one process at a time. Fails with `store-in-use` or `store-foreign`.
 */
export async function openEmbedded(directory: string, schema: string): Promise<Result<Database, StoreFailure>> {
  if (!hasEmbedded(directory) && existsSync(directory) && readdirSync(directory).some(isForeign)) {
    return refused('store-foreign', directory, 'other files', 'an empty directory or a store')
  }
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const lock = lockDirectory(directory)
  if (!lock.ok) return lock
  try {
    if (!hasEmbedded(directory)) await copyPrepared(dataFolder(directory), makeFresh)
    const engine = await start(dataFolder(directory))
    await engine.exec(`set search_path = ${schema}, public; set timezone = 'UTC'; set client_min_messages = warning`)
    return done(databaseOf(engine, lock.value))
  } catch (cause) {
    lock.value()
    throw cause
  }
}

/** Makes the data directory that new embedded stores are copied from, where this user has none yet: some ten seconds, otherwise spent at the first store. */
export async function prepareEmbedded(): Promise<void> {
  await prepareOnce(makeFresh)
}

function dataFolder(directory: string): string {
  return join(directory, 'data')
}

/** Keys and the lock may lie beside the data before it is made. */
function isForeign(name: string): boolean {
  return !['lock', 'log.key', 'data.draft'].includes(name)
}

function start(dataDir: string): Promise<PGlite> {
  return PGlite.create({ dataDir, extensions: { postgis }, parsers: { [types.INT8]: Number } })
}

async function makeFresh(path: string): Promise<void> {
  const engine = await start(path)
  await engine.exec('create extension postgis')
  await engine.close()
}

function databaseOf(engine: PGlite, unlock: () => void): Database {
  return {
    engine: 'embedded',
    ...sqlOf(engine),
    transaction: (work) => engine.transaction((transaction) => work(sqlOf(transaction))),
    close: async () => {
      await engine.close()
      unlock()
    },
  }
}

function sqlOf(engine: PGlite | Transaction): Sql {
  return {
    query: async <Row>(text: string, values: readonly SqlValue[] = []) => {
      const result = await engine.query<Row>(text, [...values])
      return result.rows
    },
    change: async (text, values = []) => (await engine.query(text, [...values])).affectedRows ?? 0,
    run: async (script) => {
      await engine.exec(script)
    },
  }
}
