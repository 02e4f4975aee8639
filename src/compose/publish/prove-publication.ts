import { failed, type Result } from '../../base/result.ts'
import type { PublicationManifest } from '../../ledger/index.ts'
import { readEntriesOfKinds } from '../../store/index.ts'
import { exportBundle, type CaseFailure, type ExportedBundle, type OpenCase } from '../case/index.ts'

/**
 * The proofs of a published bulletin anew, under the checkpoint that most witnesses have cosigned since; the bulletin stays as it is.
 * Fails with `entry-unknown` where the case published no bulletin of that id.
 *
 * @param place what messages call the manifest
 */
export async function provePublication(
  open: OpenCase,
  { publication, entries }: PublicationManifest,
  place: string,
): Promise<Result<ExportedBundle, CaseFailure>> {
  const published = await readEntriesOfKinds(open.store, ['publication'])
  const own = published.findLast(({ entry }) => entry.kind === 'publication' && entry.body.publication === publication)
  if (own) return exportBundle(open, { entries: [...entries, own.index] })
  const message = `${place}: found bulletin ${publication}, expected one that this case published`
  return failed({ code: 'entry-unknown', message })
}
