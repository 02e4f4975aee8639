import { canonicalJson, parseCanonicalJson, type JsonValue } from '../base/canonical-json.ts'
import { isInstant } from '../base/instant.ts'
import { done, type Result } from '../base/result.ts'
import { isEntryKind, type Entry } from '../model/index.ts'
import { refused, type LedgerFailure } from './failure.ts'

type JsonObject = { readonly [member: string]: JsonValue }

const MEMBERS = new Set(['kind', 'at', 'by', 'body', 'sealed'])

/**
 * The text that stands for an entry in the log: its canonical JSON. Its UTF-8 bytes are the leaf, so store this text as it is.
 * Throws where the entry is no plain JSON or its envelope is not sound: nothing malformed may enter a log that cannot forget.
 */
export function encodeEntry(entry: Entry): string {
  const text = canonicalJson(entry)
  const fault = envelopeFault(entry)
  if (fault) throw new TypeError(`entry ${fault.member}: found ${fault.found}, expected ${fault.expected}`)
  return text
}

/**
 * Reads a leaf's text: canonical JSON with a known kind and a sound envelope. The body is taken as it is: its form is the
 * matter of whoever wrote it. Fails with `entry-malformed`.
 */
export function decodeEntry(text: string): Result<Entry, LedgerFailure> {
  const read = parseCanonicalJson(text)
  if (!read.ok) return refused('entry-malformed', 'entry', read.failure, 'canonical JSON')
  const value: unknown = read.value
  const fault = envelopeFault(value)
  if (fault) return refused('entry-malformed', `entry ${fault.member}`, fault.found, fault.expected)
  return done(value as Entry)
}

/** The kind that a leaf's text gives itself, for naming it in messages; null where none can be read. */
export function kindOf(text: string): string | null {
  try {
    const value = JSON.parse(text) as JsonValue
    return isObject(value) && typeof value['kind'] === 'string' ? value['kind'] : null
  } catch {
    return null
  }
}

interface EnvelopeFault {
  readonly member: string
  readonly found: string
  readonly expected: string
}

function envelopeFault(value: unknown): EnvelopeFault | null {
  if (!isObject(value)) return { member: 'text', found: typeof value, expected: 'an object' }
  const { kind, at, by, body, sealed } = value
  const stranger = Object.keys(value).find((member) => !MEMBERS.has(member))
  if (stranger !== undefined) return { member: stranger, found: 'an unknown member', expected: [...MEMBERS].join(', ') }
  if (typeof kind !== 'string' || !isEntryKind(kind)) return faultOf('kind', kind, 'a kind of entry')
  if (typeof at !== 'string' || !isInstant(at)) return faultOf('at', at, 'an instant in UTC')
  if (typeof by !== 'string' || by === '') return faultOf('by', by, 'who recorded it')
  if (!isObject(body)) return faultOf('body', body, 'an object')
  return sealed === undefined ? null : sealedFault(sealed)
}

function sealedFault(sealed: JsonValue): EnvelopeFault | null {
  const expected = 'a list of {name, commitment} with different names'
  if (!Array.isArray(sealed) || sealed.length === 0) return faultOf('sealed', sealed, expected)
  const names = new Set<unknown>()
  for (const part of sealed as readonly JsonValue[]) {
    if (!isObject(part) || typeof part['name'] !== 'string' || typeof part['commitment'] !== 'string') {
      return faultOf('sealed', part, expected)
    }
    if (names.has(part['name']) || Object.keys(part).length !== 2) return faultOf('sealed', part, expected)
    names.add(part['name'])
  }
  return null
}

function faultOf(member: string, found: JsonValue | undefined, expected: string): EnvelopeFault {
  return { member, found: found === undefined ? 'nothing' : JSON.stringify(found).slice(0, 80), expected }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
