import { parseCanonicalJson } from '../base/canonical-json.ts'
import type { EntryIndex } from '../model/index.ts'
import { ledgerFailure, type LedgerFailure } from './failure.ts'
import type { Finding } from './finding.ts'
import type { VerifierKey } from './notes/index.ts'
import { hexOf, MANIFEST_FILE, PROOF_FILE, PUBLICATION_FORMAT, type PublicationManifest } from './publication.ts'
import { verifyBundle, type BundleReport } from './verify-bundle.ts'

/** Something about a publication that does not verify: about a file, or about an entry of its proofs. */
export interface PublicationFinding extends Finding {
  readonly file: string | null
}

/** What came of checking a publication. */
export interface PublicationReport {
  /** Empty if all verifies. */
  readonly findings: readonly PublicationFinding[]
  /** Files that are what was published. */
  readonly verifiedFiles: readonly string[]
  readonly bundle: BundleReport | null
}

/**
 * Checks a publication offline, from its files by name: the proofs against the signatures, the manifest against the log's entry, every file
 * against the manifest, every cited entry against the proofs. Whatever was changed, left out or added is named. Never throws.
 * `trustedKeys`: as in `verifyBundle`. Runs in a browser as well: no module of Node but what base/sha256 and notes/ed25519 hide.
 */
export function verifyPublication(
  files: ReadonlyMap<string, Uint8Array>,
  trustedKeys?: readonly VerifierKey[],
): PublicationReport {
  const proof = files.get(PROOF_FILE)
  const manifestBytes = files.get(MANIFEST_FILE)
  const bundle = proof ? verifyBundle(proof, trustedKeys) : null
  const manifest = manifestBytes ? readManifest(manifestBytes) : null
  const findings: PublicationFinding[] = [
    ...(proof ? [] : [missingFile(PROOF_FILE)]),
    ...(bundle?.findings ?? []).map((finding) => ({ ...finding, file: PROOF_FILE })),
    ...(manifestBytes ? [] : [missingFile(MANIFEST_FILE)]),
    ...(manifestBytes && !manifest ? [malformed()] : []),
  ]
  if (proof && manifestBytes) findings.push(...manifestFindings(proof, manifestBytes, manifest, bundle))
  if (!manifest) return { findings, verifiedFiles: [], bundle }
  const checks = manifest.files.map(({ name, sha256 }) => ({
    name,
    found: fileFindings(name, sha256, files.get(name), manifest),
  }))
  const listed = new Set([MANIFEST_FILE, PROOF_FILE, ...manifest.files.map(({ name }) => name)])
  const strangers = [...files.keys()].filter((name) => !listed.has(name))
  findings.push(...checks.flatMap(({ found }) => found))
  findings.push(
    ...strangers.map((name) =>
      about(name, ledgerFailure('file-unlisted', name, 'a file', 'only those of the manifest')),
    ),
  )
  return { findings, verifiedFiles: checks.filter(({ found }) => found.length === 0).map(({ name }) => name), bundle }
}

/** The log must hold this manifest's hash, and the proofs every entry that the manifest cites. */
function manifestFindings(
  proof: Uint8Array,
  bytes: Uint8Array,
  manifest: PublicationManifest | null,
  bundle: BundleReport | null,
): readonly PublicationFinding[] {
  const hash = hexOf(bytes)
  const logged = publicationsIn(proof)
  const findings: PublicationFinding[] = []
  if (!logged.some(({ sha256 }) => sha256 === hash)) {
    const found = logged.length === 0 ? 'no publication entry in the proofs' : `the hash ${hash}`
    findings.push(
      about(MANIFEST_FILE, ledgerFailure('file-altered', MANIFEST_FILE, found, 'the manifest that the log holds')),
    )
  }
  const present = new Set((bundle?.verified ?? []).map(({ index }) => index))
  const damaged = new Set((bundle?.findings ?? []).flatMap(({ entry }) => entry?.index ?? []))
  for (const index of manifest?.entries ?? []) {
    if (!present.has(index) && !damaged.has(index)) findings.push(missingEntry(index))
  }
  return findings
}

function fileFindings(
  name: string,
  expected: string,
  bytes: Uint8Array | undefined,
  manifest: PublicationManifest,
): readonly PublicationFinding[] {
  if (!bytes) return [missingFile(name)]
  if (hexOf(bytes) === expected) return []
  const figures = name.endsWith('bulletin.json') ? changedFigures(name, bytes, manifest.figures) : []
  return [about(name, ledgerFailure('file-altered', name, 'other bytes', 'those that were published')), ...figures]
}

/** Names the figures that differ, where the file can still be read. */
function changedFigures(
  name: string,
  bytes: Uint8Array,
  expected: PublicationManifest['figures'],
): readonly PublicationFinding[] {
  const { figures } = membersOf(parse(bytes))
  if (!Array.isArray(figures)) return []
  return figures.flatMap((figure: unknown) => {
    const { id, value } = membersOf(figure)
    if (typeof id !== 'string' || expected[id] === undefined || expected[id] === value) return []
    const failure = ledgerFailure(
      'figure-altered',
      `${name}, figure ${id}`,
      JSON.stringify(value),
      String(expected[id]),
    )
    return [about(name, failure)]
  })
}

function readManifest(bytes: Uint8Array): PublicationManifest | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const read = parseCanonicalJson(text.endsWith('\n') ? text.slice(0, -1) : `${text}?`)
  const value = membersOf(read.ok ? read.value : null)
  const sound =
    value['format'] === PUBLICATION_FORMAT &&
    typeof value['publication'] === 'string' &&
    Array.isArray(value['entries']) &&
    value['entries'].every((entry: unknown) => Number.isSafeInteger(entry)) &&
    Array.isArray(value['files']) &&
    value['files'].every(
      (file: unknown) => typeof membersOf(file)['name'] === 'string' && typeof membersOf(file)['sha256'] === 'string',
    )
  return sound ? ({ ...value, figures: membersOf(value['figures']) } as PublicationManifest) : null
}

/** The publication entries of a bundle's text; whether they hold, `verifyBundle` tells. */
function publicationsIn(proof: Uint8Array): readonly { readonly sha256: string }[] {
  const { entries } = membersOf(parse(proof))
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry: unknown) => {
    const leaf = membersOf(membersOf(entry)['leaf'])
    const sha256 = membersOf(leaf['body'])['sha256']
    return leaf['kind'] === 'publication' && typeof sha256 === 'string' ? [{ sha256 }] : []
  })
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function membersOf(value: unknown): { readonly [member: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function missingFile(name: string): PublicationFinding {
  return about(name, ledgerFailure('file-missing', name, 'no such file', 'the one that was published'))
}

function missingEntry(index: EntryIndex): PublicationFinding {
  const failure = ledgerFailure(
    'entry-missing',
    `entry ${index}`,
    'no such entry in the proofs',
    'each that the bulletin cites',
  )
  return { ...failure, entry: { index, kind: null }, file: PROOF_FILE }
}

function malformed(): PublicationFinding {
  return about(
    MANIFEST_FILE,
    ledgerFailure('publication-malformed', MANIFEST_FILE, 'another form', `canonical JSON of ${PUBLICATION_FORMAT}`),
  )
}

function about(file: string, failure: LedgerFailure): PublicationFinding {
  return { ...failure, entry: null, file }
}
