import { done, type Result } from '../../base/result.ts'
import { MANIFEST_FILE, PROOF_FILE, writeManifest, type PublishedFile } from '../../ledger/index.ts'
import type { EntryIndex } from '../../model/index.ts'
import type { Bulletin } from '../../publish/index.ts'
import { readEntriesOfKinds } from '../../store/index.ts'
import { exportBundle, type CaseFailure, type CaseTools, type OpenCase } from '../case/index.ts'

/** A bulletin that went out. */
export interface Published {
  /** The bulletin's files, its manifest and its proofs. */
  readonly files: readonly PublishedFile[]
  readonly entry: EntryIndex
  /** Names of the keys that signed. */
  readonly signedBy: readonly string[]
}

/**
 * Publishes a bulletin: its files are listed by their hashes, the list's hash becomes an entry of the log, and the proofs of all that the
 * bulletin cites are put beside it. One that replaces an earlier one supersedes that one's entry; nothing is overwritten.
 * Fails with the codes of a case.
 */
export async function publishBulletin(
  open: OpenCase,
  tools: CaseTools,
  bulletin: Bulletin,
  files: readonly PublishedFile[],
  by: string,
): Promise<Result<Published, CaseFailure>> {
  const asKnown = bulletin.incidents.map(({ claims }) => ({ claims, recalls: [] }))
  const decided = (await readEntriesOfKinds(open.store, ['decision', 'consent', 'patrol-log', 'coverage'])).map(
    ({ index }) => index,
  )
  const cited =
    decided.length + asKnown.length === 0
      ? done({ entries: [] })
      : await exportBundle(open, { entries: decided, asKnown })
  if (!cited.ok) return cited
  const figures = Object.fromEntries(bulletin.figures.map(({ id, value }) => [id, value]))
  const manifest = writeManifest(bulletin.id, files, cited.value.entries, figures)
  const entry = await append(open, tools, bulletin, manifest.sha256, by)
  const proof = await exportBundle(open, { entries: [...cited.value.entries, entry] })
  if (!proof.ok) return proof
  const beside: readonly PublishedFile[] = [
    { name: MANIFEST_FILE, mediaType: 'application/json', bytes: Buffer.from(manifest.text) },
    { name: PROOF_FILE, mediaType: 'application/json', bytes: Buffer.from(proof.value.text) },
  ]
  return done({ files: [...files, ...beside], entry, signedBy: proof.value.signedBy })
}

async function append(
  open: OpenCase,
  tools: CaseTools,
  bulletin: Bulletin,
  sha256: string,
  by: string,
): Promise<EntryIndex> {
  const at = tools.now()
  const earlier = await readEntriesOfKinds(open.store, ['publication'])
  const replaced = earlier.findLast(
    ({ entry }) => entry.kind === 'publication' && entry.body.publication === bulletin.supersedes,
  )
  let index: EntryIndex = 0
  await open.append((_, size) => {
    index = size
    const body = { publication: bulletin.id, sha256, mediaType: 'application/json' }
    const reason = `replaced by bulletin ${bulletin.id}`
    return Promise.resolve([
      { entry: { kind: 'publication', at, by, body } },
      ...(replaced
        ? [{ entry: { kind: 'supersedes' as const, at, by, body: { entry: replaced.index, by: size, reason } } }]
        : []),
    ])
  })
  return index
}
