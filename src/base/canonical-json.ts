import canonicalize from 'canonicalize'
import { done, failed, type Result } from './result.ts'

/** What JSON can hold. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [member: string]: JsonValue }

/** Deepest nesting accepted; no record of ours comes near it, a hostile document must not exhaust the stack. */
const MAX_DEPTH = 64

/** Thrown where a value that ought to be plain JSON is not; `path` says where, as `$.body.times[3]`. */
export class CanonicalJsonError extends TypeError {
  readonly path: string
  constructor(path: string, found: string, expected: string) {
    super(`${path}: found ${found}, expected ${expected}`)
    this.name = 'CanonicalJsonError'
    this.path = path
  }
}

/**
 * The one canonical text of a JSON value (RFC 8785): members sorted by UTF-16 units, no white space, numbers as ECMAScript
 * writes them. Only plain JSON is taken: NaN, infinities, lone surrogates, undefined, holes, functions, dates, maps, cycles
 * and class instances throw `CanonicalJsonError` instead of being dropped or bent, since what is hashed must be what was meant.
 */
export function canonicalJson(value: unknown): string {
  const fault = faultOf(value, 0)
  if (fault) throw new CanonicalJsonError(`$${fault.path}`, fault.found, fault.expected)
  return canonicalize(value) ?? 'null'
}

/** Reads text that must be in canonical form already; the failure is a sentence that says what is wrong. */
export function parseCanonicalJson(text: string): Result<JsonValue, string> {
  let value: JsonValue
  try {
    value = JSON.parse(text) as JsonValue
  } catch (cause) {
    return failed(cause instanceof Error ? cause.message : String(cause))
  }
  const fault = faultOf(value, 0)
  if (fault) return failed(`$${fault.path}: found ${fault.found}, expected ${fault.expected}`)
  const canonical = canonicalize(value) ?? 'null'
  return canonical === text ? done(value) : failed(`not canonical from character ${firstDifference(canonical, text)}`)
}

interface Fault {
  readonly path: string
  readonly found: string
  readonly expected: string
}

/** Why a value is no plain JSON, null if it is. The path is put together on the way out, so that sound values pay nothing for it. */
function faultOf(value: unknown, depth: number): Fault | null {
  switch (typeof value) {
    case 'boolean':
      return null
    case 'string':
      return value.isWellFormed() ? null : fault('a lone surrogate', 'well-formed Unicode')
    case 'number':
      return Number.isFinite(value) ? null : fault(String(value), 'a finite number')
    case 'object':
      if (value === null) return null
      if (depth >= MAX_DEPTH) return fault(`nesting beyond ${MAX_DEPTH}`, 'shallower JSON or no cycle')
      return Array.isArray(value) ? faultOfArray(value, depth) : faultOfObject(value, depth)
    default:
      return fault(typeof value, 'a JSON value')
  }
}

function faultOfArray(items: readonly unknown[], depth: number): Fault | null {
  for (let i = 0; i < items.length; i++) {
    const inner = faultOf(items[i], depth + 1)
    if (inner) return { ...inner, path: `[${i}]${inner.path}` }
  }
  return null
}

function faultOfObject(members: object, depth: number): Fault | null {
  const prototype: unknown = Object.getPrototypeOf(members)
  if (prototype !== Object.prototype && prototype !== null) return fault('a class instance', 'a plain object')
  for (const [name, value] of Object.entries(members)) {
    if (!name.isWellFormed()) return fault('a member name with a lone surrogate', 'well-formed Unicode')
    const inner = faultOf(value, depth + 1)
    if (inner) return { ...inner, path: `.${name}${inner.path}` }
  }
  return null
}

function fault(found: string, expected: string): Fault {
  return { path: '', found, expected }
}

function firstDifference(a: string, b: string): number {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return i
}
