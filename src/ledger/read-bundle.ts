import { fromBase64 } from '../base/base64.ts'
import { canonicalJson, parseCanonicalJson } from '../base/canonical-json.ts'
import { done, type Result } from '../base/result.ts'
import { isEntryKind, type Entry } from '../model/index.ts'
import { BUNDLE_FORMAT } from './bundle.ts'
import { refused, type LedgerFailure } from './failure.ts'
import type { EntryName } from './finding.ts'
import { decodeEntry } from './leaf.ts'
import type { Hash } from './merkle/index.ts'
import { parseVerifierKey, type VerifierKey } from './notes/index.ts'
import type { OpenedPart } from './sealed-part.ts'

/** A bundle's text by its lines, each read for itself, so that damage to one leaves the others readable. */
export interface ReadBundle {
  readonly checkpointNote: Result<string, LedgerFailure>
  readonly entries: readonly ReadEntry[]
  readonly keys: Result<readonly VerifierKey[], LedgerFailure>
}

/** One line of a bundle: the entry's name as far as it can be made out, and what stands there. */
export interface ReadEntry {
  /** Counts from 1, as editors do. */
  readonly line: number
  readonly name: EntryName
  readonly record: Result<EntryRecord, LedgerFailure>
}

/** An entry of a bundle, its forms checked, its proof not. */
export interface EntryRecord {
  readonly index: number
  readonly entry: Entry
  readonly proof: readonly Hash[]
  readonly parts: readonly OpenedPart[]
}

/** Takes a bundle's text apart. */
export function readBundle(text: string): ReadBundle {
  const lines = text.split('\n')
  const tailAt = Math.max(1, lines.length - 2)
  const entryLines = lines.slice(1, tailAt)
  const empty = entryLines.length === 1 && entryLines[0] === ''
  return {
    checkpointNote:
      lines.at(-1) === '' ? readHead(lines[0] ?? '') : malformed(lines.length, 'no newline', 'one at the end'),
    entries: empty ? [] : entryLines.map((line, i) => readEntry(line, i + 2, i + 1 === entryLines.length)),
    keys: readTail(lines[tailAt] ?? '', tailAt + 1),
  }
}

function readHead(line: string): Result<string, LedgerFailure> {
  const read = parseCanonicalJson(`${line}]}`)
  const { checkpoint, entries, ...rest } = membersOf(read.ok ? read.value : null)
  const sound = typeof checkpoint === 'string' && Array.isArray(entries) && Object.keys(rest).length === 0
  return sound ? done(checkpoint) : malformed(1, 'another form', '{"checkpoint":"…","entries":[')
}

function readTail(line: string, number: number): Result<readonly VerifierKey[], LedgerFailure> {
  const read = parseCanonicalJson(`{"entries":[${line}`)
  const { entries, format, keys, ...rest } = membersOf(read.ok ? read.value : null)
  if (format !== BUNDLE_FORMAT || !Array.isArray(entries) || !Array.isArray(keys) || Object.keys(rest).length > 0) {
    return malformed(number, 'another form', `],"format":"${BUNDLE_FORMAT}","keys":[…]}`)
  }
  const known: VerifierKey[] = []
  for (const text of keys as readonly unknown[]) {
    const key = parseVerifierKey(typeof text === 'string' ? text : '')
    if (!key.ok) return key
    known.push(key.value)
  }
  return done(known)
}

function readEntry(line: string, number: number, last: boolean): ReadEntry {
  const text = last ? line : line.slice(0, -1)
  const index = /^\{"index":(\d{1,15}),/.exec(line)?.[1]
  const name = { index: Number(index ?? number - 2), kind: kindIn(line) }
  if (!last && !line.endsWith(','))
    return { line: number, name, record: malformed(number, 'no comma', 'one at the end') }
  return { line: number, name, record: readRecord(text, number) }
}

function readRecord(text: string, line: number): Result<EntryRecord, LedgerFailure> {
  const place = `line ${line}`
  const read = parseCanonicalJson(text)
  if (!read.ok) return refused('entry-malformed', place, read.failure, 'canonical JSON')
  const { index, leaf, proof, opened = [], ...rest } = membersOf(read.value)
  if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0 || Object.keys(rest).length > 0) {
    return refused('entry-malformed', place, 'other members', 'index, leaf, proof and at most opened')
  }
  const entry = decodeEntry(canonicalJson(leaf ?? null))
  if (!entry.ok) return entry
  const hashes = readHashes(proof)
  if (!hashes) return refused('proof-malformed', place, 'another form', 'base64 hashes of 32 bytes')
  const parts = readParts(opened)
  if (!parts) return refused('entry-malformed', place, 'another form of opened', 'a list of {name, part, salt}')
  return done({ index, entry: entry.value, proof: hashes, parts })
}

function readHashes(proof: unknown): readonly Hash[] | null {
  if (!Array.isArray(proof)) return null
  const hashes = proof.map((hash: unknown) => (typeof hash === 'string' ? fromBase64(hash) : null))
  return hashes.every((hash): hash is Hash => hash !== null && hash.length === 32) ? hashes : null
}

function readParts(opened: unknown): readonly OpenedPart[] | null {
  if (!Array.isArray(opened)) return null
  const parts = opened.map((value: unknown) => {
    const { name, salt, part, ...rest } = membersOf(value)
    const sound = typeof name === 'string' && typeof salt === 'string' && typeof part === 'string'
    return sound && Object.keys(rest).length === 0 ? { name, salt, part } : null
  })
  return parts.every((part) => part !== null) ? parts : null
}

/** The kind that a line gives, damaged or not: in canonical order the envelope's `kind` is the last member of that name. */
function kindIn(line: string): string | null {
  const mark = '"kind":"'
  const at = line.lastIndexOf(mark) + mark.length
  const kind = at < mark.length ? '' : line.slice(at, line.indexOf('"', at))
  return isEntryKind(kind) ? kind : null
}

function malformed(line: number, found: string, expected: string): Result<never, LedgerFailure> {
  return refused('bundle-malformed', `line ${line}`, found, expected)
}

function membersOf(value: unknown): { readonly [member: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
