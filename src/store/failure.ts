import { failed, type Result } from '../base/result.ts'

/** Every way in which a store refuses to open; what each means stands in the comment beside it. */
export const STORE_CODES = [
  /** The location is neither a directory nor a `postgres://` address that can be read. */
  'store-location-malformed',
  /** There is no store at the location, and none was to be made. */
  'store-missing',
  /** The directory holds something else. */
  'store-foreign',
  /** Another process has the embedded store open; it can have only one. */
  'store-in-use',
  /** The server does not answer, or refuses the user. */
  'store-unreachable',
  /** The server has no PostGIS, or an older one than 3.3. */
  'postgis-missing',
  /** A newer Truceline wrote the store. */
  'store-newer',
] as const

export type StoreCode = (typeof STORE_CODES)[number]

/** Why a store cannot be had: the code for programs, the message (place: found, expected) for people. */
export interface StoreFailure {
  readonly code: StoreCode
  readonly message: string
}

/** A refusal as a result. */
export function refused(code: StoreCode, place: string, found: string, expected: string): Result<never, StoreFailure> {
  return failed({ code, message: `${place}: found ${found}, expected ${expected}` })
}
