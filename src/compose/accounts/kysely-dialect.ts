import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Database, SqlValue } from '../../store/index.ts'

/** Kysely over a store, embedded or served, for libraries that speak Kysely. It has no transactions: a store makes its own. */
export function createStoreDialect(store: Database): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOf(store),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function driverOf(store: Database): Driver {
  const noTransaction = () => Promise.reject(new Error('transaction: found one asked for, expected single statements'))
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      const values = query.parameters.map(valueOf)
      if (!changes(query)) return { rows: await store.query<R>(query.sql, values) }
      return { rows: [], numAffectedRows: BigInt(await store.change(query.sql, values)) }
    },
    streamQuery: () => {
      throw new Error('stream: found one asked for, expected whole answers')
    },
  }
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: noTransaction,
    commitTransaction: noTransaction,
    rollbackTransaction: noTransaction,
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  }
}

/** Whether a statement writes and returns nothing but a number. */
function changes({ query }: CompiledQuery): boolean {
  const writes =
    query.kind === 'InsertQueryNode' || query.kind === 'UpdateQueryNode' || query.kind === 'DeleteQueryNode'
  return writes && query.returning === undefined
}

function valueOf(value: unknown): SqlValue {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'bigint') return String(value)
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map((member) => (typeof member === 'number' ? member : String(member)))
  throw new TypeError(`parameter: found ${typeof value}, expected text, a number, a truth value or a date`)
}
