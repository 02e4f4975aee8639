import { resolve } from 'node:path'
import { done, type Result } from '../base/result.ts'
import { refused, type StoreFailure } from './failure.ts'

/** Where a store is: an own directory for the embedded engine, or a schema of a PostgreSQL database. */
export type StoreLocation =
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'server'; readonly url: string; readonly schema: string }

/** The schema used where the address names none. */
export const DEFAULT_SCHEMA = 'truceline'

/**
 * Reads a location: `postgres://user@host/database?schema=idlib` (Default schema: truceline; a database may hold many stores,
 * a schema each), or else a directory. Fails with `store-location-malformed`.
 */
export function parseLocation(location: string): Result<StoreLocation, StoreFailure> {
  if (location.trim() === '') return refused('store-location-malformed', 'store', 'an empty text', 'a place')
  if (!/^postgres(?:ql)?:/i.test(location)) {
    return location.includes('://')
      ? refused('store-location-malformed', 'store', location.slice(0, 80), 'a directory or postgres://…')
      : done({ kind: 'directory', path: resolve(location) })
  }
  if (!URL.canParse(location)) {
    return refused('store-location-malformed', 'store', 'no address', 'postgres://user@host/database')
  }
  const url = new URL(location)
  const schema = url.searchParams.get('schema') ?? DEFAULT_SCHEMA
  url.searchParams.delete('schema')
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    return refused('store-location-malformed', 'schema', JSON.stringify(schema), 'lower-case letters, digits and _')
  }
  return done({ kind: 'server', url: url.href, schema })
}
