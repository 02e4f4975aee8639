import { Pool, types, type PoolClient } from 'pg'
import { done, type Result } from '../../base/result.ts'
import { refused, type StoreFailure } from '../failure.ts'
import type { Database, Sql, SqlValue } from '../sql.ts'

/** Type id of int8 in PostgreSQL's catalogue. */
const INT8 = 20
/** Connections kept: a door answers few questions at once, a server has about a hundred for all. */
const MAX_CONNECTIONS = 5
const CONNECT_TIMEOUT_MS = 10_000

/** Connects to a PostgreSQL server; all names are looked up in the given schema, then in `public` where PostGIS lives. */
export async function connectPostgres(url: string, schema: string): Promise<Result<Database, StoreFailure>> {
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: `-c search_path=${schema},public -c timezone=UTC -c client_min_messages=warning`,
    application_name: 'truceline',
    types: { getTypeParser: parserOf },
  })
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    const found = cause instanceof Error ? cause.message || cause.name : String(cause)
    return refused('store-unreachable', new URL(url).host, found, 'a PostgreSQL server that lets us in')
  }
  return done(databaseOf(pool))
}

function databaseOf(pool: Pool): Database {
  return {
    engine: 'postgres',
    ...sqlOf(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  }
}

function sqlOf(client: Pool | PoolClient): Sql {
  return {
    query: async <Row>(text: string, values: readonly SqlValue[] = []) => {
      const result = await client.query({ text, values: [...values] })
      return result.rows as Row[]
    },
    change: async (text, values = []) => (await client.query({ text, values: [...values] })).rowCount ?? 0,
    run: async (script) => {
      await client.query(script)
    },
  }
}

async function inTransaction<T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query('begin')
    const value = await work(sqlOf(client))
    await client.query('commit')
    return value
  } catch (cause) {
    await client.query('rollback').catch(() => (broken = true))
    throw cause
  } finally {
    client.release(broken)
  }
}

function parserOf(oid: number, format?: string): (text: string) => unknown {
  if (oid === INT8) return Number
  return types.getTypeParser(oid, format as 'text')
}
