import { sha256 } from '../../base/sha256.ts'
import type { SourcePage } from './ingest-pages.ts'

/** A page's id is the first half of its hash, so that the same page has the same id wherever it comes from. */
export function pageOf(bytes: Uint8Array, from: string): SourcePage {
  return { id: Buffer.from(sha256(bytes)).toString('hex').slice(0, 32), bytes, from }
}
