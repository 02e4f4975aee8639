import './give-buffer.ts'
import {
  verifyBundle,
  verifyPublication,
  type BundleReport,
  type PublicationReport,
} from '../../../../src/ledger/index.ts'
import { parseVerifierKey, type VerifierKey } from '../../../../src/ledger/notes/index.ts'

/** What came of a check: of a bundle, or of a bulletin's files with the bundle among them. */
export interface Checked {
  /** Null where a bulletin came without its proofs. */
  readonly bundle: BundleReport | null
  readonly findings: PublicationReport['findings'] | BundleReport['findings']
  /** Files that are what was published; null where a bundle alone was checked. */
  readonly verifiedFiles: readonly string[] | null
  /** Lines given as keys that are none. */
  readonly badKeys: readonly string[]
}

/**
 * Checks a bundle in this browser, offline, with the code that the command runs.
 *
 * @param keys verifier keys that the reader has from elsewhere, one a line; none: the bundle's own keys are held against it
 */
export function checkBundle(text: string, keys: string): Checked {
  const { trusted, badKeys } = parseKeys(keys)
  const bundle = verifyBundle(text, trusted)
  return { bundle, findings: bundle.findings, verifiedFiles: null, badKeys }
}

/** Checks the files of a published bulletin, by name, in the same way. */
export function checkPublication(files: ReadonlyMap<string, Uint8Array>, keys: string): Checked {
  const { trusted, badKeys } = parseKeys(keys)
  return { ...verifyPublication(files, trusted), badKeys }
}

function parseKeys(keys: string): {
  readonly trusted: readonly VerifierKey[] | undefined
  readonly badKeys: readonly string[]
} {
  const lines = keys
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const parsed = lines.map((line) => ({ line, key: parseVerifierKey(line) }))
  const trusted = parsed.flatMap(({ key }) => (key.ok ? [key.value] : []))
  return {
    trusted: trusted.length > 0 ? trusted : undefined,
    badKeys: parsed.flatMap(({ line, key }) => (key.ok ? [] : [line])),
  }
}
