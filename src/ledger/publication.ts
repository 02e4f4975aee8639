import { canonicalJson } from '../base/canonical-json.ts'
import { sha256 } from '../base/sha256.ts'
import type { EntryIndex } from '../model/index.ts'

/** Names the form, so that a later one can be told apart. */
export const PUBLICATION_FORMAT = 'truceline-publication/1'

/** The file that lists the others; its hash is what the log's `publication` entry holds. */
export const MANIFEST_FILE = 'files.json'

/** The file with the entries, their proofs and the signed checkpoint. */
export const PROOF_FILE = 'proof.bundle.json'

/** A file of a publication. */
export interface PublishedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What was published: every file by its hash, every entry that it rests on, every figure. */
export interface PublicationManifest {
  readonly format: typeof PUBLICATION_FORMAT
  readonly publication: string
  readonly files: readonly {
    readonly name: string
    readonly mediaType: string
    readonly size: number
    /** Hex. */
    readonly sha256: string
  }[]
  /** Entries that the publication cites; all must be in its proofs. */
  readonly entries: readonly EntryIndex[]
  /** Figures by id, so that a changed one can be named. */
  readonly figures: { readonly [id: string]: number }
}

/** The manifest of files as canonical JSON, and the hash that goes into the log. */
export function writeManifest(
  publication: string,
  files: readonly PublishedFile[],
  entries: readonly EntryIndex[],
  figures: { readonly [id: string]: number },
): { readonly text: string; readonly sha256: string } {
  const manifest: PublicationManifest = {
    format: PUBLICATION_FORMAT,
    publication,
    files: files.map(({ name, mediaType, bytes }) => ({ name, mediaType, size: bytes.length, sha256: hexOf(bytes) })),
    entries,
    figures,
  }
  const text = `${canonicalJson(manifest)}\n`
  return { text, sha256: hexOf(new TextEncoder().encode(text)) }
}

/** SHA-256 as hex. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
