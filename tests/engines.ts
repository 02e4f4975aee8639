import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

/** An engine that stores can be made on, for suites that run on every one. */
export interface TestEngine {
  readonly name: string
  /** Makes the place for a new store; nothing is there yet. */
  readonly newLocation: () => string
  /** Removes all that was made. */
  readonly clean: () => Promise<void>
}

const POSTGRES = process.env['TRUCELINE_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/test'

/** The embedded engine, in folders of the system's temporary one. */
export function embeddedEngine(): TestEngine {
  const folder = mkdtempSync(join(tmpdir(), 'truceline-test-'))
  let made = 0
  return {
    name: 'embedded',
    newLocation: () => join(folder, `store-${made++}`),
    clean: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  }
}

/**
 * PostgreSQL with PostGIS at `TRUCELINE_TEST_POSTGRES` (Default: database `test` on this machine), a schema a store; null where there is
 * none. With `TRUCELINE_REQUIRE_ALL=1`, as in CI, a missing server is an error and nothing is skipped.
 */
export async function postgresEngine(): Promise<TestEngine | null> {
  const reason = await missing()
  if (reason !== null) {
    if (process.env['TRUCELINE_REQUIRE_ALL'] === '1') throw new Error(`PostgreSQL with PostGIS is required: ${reason}`)
    console.warn('skipped: needs PostgreSQL with PostGIS')
    return null
  }
  const schemas: string[] = []
  return {
    name: 'postgres',
    newLocation: () => {
      const schema = `test_${process.pid}_${Date.now().toString(36)}_${schemas.length}`
      schemas.push(schema)
      return `${POSTGRES}?schema=${schema}`
    },
    clean: async () => {
      await onServer((client) =>
        client.query(schemas.map((schema) => `drop schema if exists ${schema} cascade`).join(';')),
      )
    },
  }
}

async function missing(): Promise<string | null> {
  try {
    const rows = await onServer((client) =>
      client.query(`select 1 from pg_available_extensions where name = 'postgis'`),
    )
    return rows.rowCount === 1 ? null : 'the server has no PostGIS'
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: POSTGRES, connectionTimeoutMillis: 2000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
