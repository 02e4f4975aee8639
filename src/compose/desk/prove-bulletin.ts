import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Result } from '../../base/result.ts'
import { MANIFEST_FILE, PROOF_FILE, type PublicationManifest } from '../../ledger/index.ts'
import type { CaseFailure } from '../case/index.ts'
import { provePublication } from '../publish/index.ts'
import type { Desk } from './open-desk.ts'
import { publishedBytes } from './published.ts'

/** Proofs that were written anew. */
export interface ProvedAnew {
  readonly entries: number
  /** Names of the keys that signed. */
  readonly signedBy: readonly string[]
}

/** Writes a published bulletin's proofs anew, with the cosignatures given since; null where this server has not got its files. */
export async function proveBulletin(desk: Desk, id: string): Promise<Result<ProvedAnew, CaseFailure> | null> {
  const bytes = await publishedBytes(desk, id, MANIFEST_FILE)
  if (!bytes) return null
  const manifest = JSON.parse(new TextDecoder().decode(bytes)) as PublicationManifest
  const proof = await provePublication(desk.open, manifest, id)
  if (!proof.ok) return proof
  writeFileSync(join(desk.site, id, PROOF_FILE), proof.value.text)
  return done({ entries: proof.value.entries.length, signedBy: proof.value.signedBy })
}
