import { error } from '@sveltejs/kit'
import type { LogLine } from '#lib/api-types.ts'
import type { EntryProof } from '#lib/api-ledger.ts'
import { checkpointOf } from '#lib/ledger/note.ts'
import { checkInclusion } from '#lib/ledger/prove.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const [entry, proof] = await Promise.all([
    locals.api.get<LogLine & { readonly leaf: string }>(`/entries/${params.index}`),
    locals.api.get<EntryProof>(`/ledger/${params.index}/proof`),
  ])
  if (proof.checkpoint === null) error(404, 'ledger: found no checkpoint, expected one over this entry')
  const { root, size } = checkpointOf(proof.checkpoint)
  const { leaf, index } = entry
  return {
    entry,
    proof: { index, size: proof.size, proof: proof.proof, root },
    isOfCheckpoint: size === proof.size,
    check: await checkInclusion(leaf, index, proof.size, proof.proof, root),
  }
}
