import { canonicalJson } from '../base/canonical-json.ts'
import type { Result } from '../base/result.ts'
import { ledgerFailure, type LedgerFailure } from './failure.ts'
import { findingAbout, type EntryName, type Finding } from './finding.ts'
import { hashLeaf, verifyInclusion } from './merkle/index.ts'
import {
  openCheckpoint,
  type CheckedSignature,
  type Checkpoint,
  type OpenedCheckpoint,
  type VerifierKey,
} from './notes/index.ts'
import { readBundle, type ReadBundle, type ReadEntry } from './read-bundle.ts'
import { verifyOpenedPart } from './sealed-part.ts'

/** What came of checking a bundle. */
export interface BundleReport {
  /** Empty if all verifies; else what does not: first the checkpoint, then entries in the bundle's order, then the keys. */
  readonly findings: readonly Finding[]
  /** Null where it cannot be read or a signature fails; then no entry's proof could be checked. */
  readonly checkpoint: Checkpoint | null
  /** Signatures that hold: the log's and its witnesses'. */
  readonly signatures: readonly CheckedSignature[]
  /** Whether the reader brought keys. If not, a forger may have made the whole bundle, keys and all: say so. */
  readonly trusted: boolean
  /** Entries that verify wholly. */
  readonly verified: readonly EntryName[]
}

/**
 * Checks a bundle's text, or its UTF-8 bytes, offline. Never throws, whatever it is given.
 * `trustedKeys`: keys that the reader has from elsewhere: one of the log's must have signed, and every witness named there.
 * (Default: none; then only the bundle's own keys are held against it)
 */
export function verifyBundle(bundle: string | Uint8Array, trustedKeys?: readonly VerifierKey[]): BundleReport {
  const text = typeof bundle === 'string' ? bundle : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bundle)
  const read = readBundle(text)
  const opened = openBundleCheckpoint(read, trustedKeys ?? [])
  const checks = read.entries.map((entry) => ({ name: entry.name, failures: entryFailures(entry, opened) }))
  return {
    findings: [
      ...(opened.ok ? signatureFailures(opened.value, read, trustedKeys) : [opened.failure]).map(aboutNone),
      ...checks.flatMap(({ name, failures }) => failures.map((failure) => findingAbout(name, failure))),
      ...repeatedEntries(checks.map((check) => check.name)),
      ...(read.keys.ok ? [] : [aboutNone(read.keys.failure)]),
    ],
    checkpoint: opened.ok ? opened.value.checkpoint : null,
    signatures: opened.ok ? opened.value.signatures : [],
    trusted: trustedKeys !== undefined,
    verified: opened.ok ? checks.filter((check) => check.failures.length === 0).map((check) => check.name) : [],
  }
}

/** The reader's keys come first, so that a key of the bundle with a forged id cannot stand in for one of them. */
function openBundleCheckpoint(
  read: ReadBundle,
  trustedKeys: readonly VerifierKey[],
): Result<OpenedCheckpoint, LedgerFailure> {
  if (!read.checkpointNote.ok) return read.checkpointNote
  return openCheckpoint(read.checkpointNote.value, [...trustedKeys, ...(read.keys.ok ? read.keys.value : [])])
}

/** Every key that the bundle names must have signed, every witness that the reader trusts, and a log key of the reader's. */
function signatureFailures(
  { checkpoint, signatures }: OpenedCheckpoint,
  read: ReadBundle,
  trustedKeys: readonly VerifierKey[] | undefined,
): LedgerFailure[] {
  const signed = new Set(signatures.map(({ key }) => keyName(key)))
  const named = read.keys.ok ? read.keys.value : []
  const required = [...named, ...(trustedKeys ?? []).filter((key) => key.role === 'witness')].map(keyName)
  const missing = new Set(required.filter((name) => !signed.has(name)))
  const logKeys = (trustedKeys ?? named).filter((key) => key.role === 'log')
  if (!logKeys.some((key) => signed.has(keyName(key)))) missing.add(`the log ${checkpoint.origin}`)
  return [...missing].map((name) => ledgerFailure('signature-missing', 'checkpoint', 'no signature', `one by ${name}`))
}

function entryFailures(
  { line, record }: ReadEntry,
  opened: Result<OpenedCheckpoint, LedgerFailure>,
): readonly LedgerFailure[] {
  if (!record.ok) return [record.failure]
  const { index, entry, proof, parts } = record.value
  const failures = parts.map((part) => verifyOpenedPart(entry.sealed ?? [], part)).filter((failure) => failure !== null)
  if (!opened.ok) return failures
  const head = opened.value.checkpoint
  if (verifyInclusion({ index, leafHash: hashLeaf(canonicalJson(entry)), head, proof })) return failures
  const expected = `the root of ${head.origin} at size ${head.size}`
  return [ledgerFailure('entry-altered', `entry or proof in line ${line}`, 'another root', expected), ...failures]
}

function repeatedEntries(names: readonly EntryName[]): Finding[] {
  const seen = new Set<number>()
  const repeated = names.filter(({ index }) => seen.size === seen.add(index).size)
  return repeated.map((name) => findingAbout(name, ledgerFailure('entry-repeated', 'bundle', 'it twice', 'it once')))
}

function keyName(key: VerifierKey): string {
  return `${key.role} ${key.name}+${key.id}`
}

function aboutNone(failure: LedgerFailure): Finding {
  return findingAbout(null, failure)
}
