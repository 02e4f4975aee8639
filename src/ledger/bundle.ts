import { canonicalJson } from '../base/canonical-json.ts'
import { toBase64 } from '../base/base64.ts'
import type { Entry, EntryIndex } from '../model/index.ts'
import type { Hash } from './merkle/index.ts'
import { formatVerifierKey, type VerifierKey } from './notes/index.ts'
import type { OpenedPart } from './sealed-part.ts'

/** Names the form, so that a later one can be told apart. */
export const BUNDLE_FORMAT = 'truceline-bundle/1'

/** An entry in a bundle. The members' names put `index` first in canonical order: a line damaged further on still names its entry. */
export interface BundleEntry {
  readonly index: EntryIndex
  /** The entry itself; its canonical JSON is the leaf. */
  readonly leaf: Entry
  /** Sealed parts that the bundle shows. Absent where none. */
  readonly opened?: readonly OpenedPart[]
  /** Inclusion proof to the checkpoint's root: base64 hashes, from the leaf up. */
  readonly proof: readonly string[]
}

/** Entries with all that is needed to check them offline: what `truceline verify` reads. */
export interface Bundle {
  readonly format: typeof BUNDLE_FORMAT
  /** The signed checkpoint with its cosignatures, as a note. */
  readonly checkpoint: string
  readonly entries: readonly BundleEntry[]
  /** Verifier keys of those who signed. They only say who is meant: trust comes from keys that the reader has from elsewhere. */
  readonly keys: readonly string[]
}

/** An entry to put in a bundle. */
export interface EntryToBundle {
  readonly index: EntryIndex
  readonly entry: Entry
  readonly proof: readonly Hash[]
  readonly opened?: readonly OpenedPart[]
}

/** Puts a bundle together, entries by index. Checks nothing. */
export function createBundle(
  checkpointNote: string,
  keys: readonly VerifierKey[],
  entries: readonly EntryToBundle[],
): Bundle {
  return {
    format: BUNDLE_FORMAT,
    checkpoint: checkpointNote,
    entries: entries.toSorted((a, b) => a.index - b.index).map(toBundleEntry),
    keys: keys.map(formatVerifierKey),
  }
}

function toBundleEntry({ index, entry, proof, opened = [] }: EntryToBundle): BundleEntry {
  const bare = { index, leaf: entry, proof: proof.map(toBase64) }
  return opened.length > 0 ? { ...bare, opened } : bare
}

/**
 * Prints a bundle: canonical JSON, but each entry on a line of its own, so that damage which breaks the JSON still names an entry.
 * `verifyBundle` reads it back.
 */
export function formatBundle(bundle: Bundle): string {
  const lines = bundle.entries.map((entry) => canonicalJson(entry)).join(',\n')
  const head = `{"checkpoint":${canonicalJson(bundle.checkpoint)},"entries":[`
  return `${head}\n${lines}\n],"format":${canonicalJson(bundle.format)},"keys":${canonicalJson(bundle.keys)}}\n`
}
