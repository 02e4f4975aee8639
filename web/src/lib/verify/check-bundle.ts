import './give-buffer.ts'
import { verifyBundle, type BundleReport } from '../../../../src/ledger/index.ts'
import { parseVerifierKey } from '../../../../src/ledger/notes/index.ts'

/**
 * Checks a bundle in this browser, offline, with the code that the command runs.
 *
 * @param keys verifier keys that the reader has from elsewhere, one a line; none: the bundle's own keys are held against it
 */
export function checkBundle(
  text: string,
  keys: string,
): { readonly report: BundleReport; readonly badKeys: readonly string[] } {
  const lines = keys
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const parsed = lines.map((line) => ({ line, key: parseVerifierKey(line) }))
  const trusted = parsed.flatMap(({ key }) => (key.ok ? [key.value] : []))
  return {
    report: verifyBundle(text, trusted.length > 0 ? trusted : undefined),
    badKeys: parsed.flatMap(({ line, key }) => (key.ok ? [] : [line])),
  }
}
