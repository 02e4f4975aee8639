import type { ProvedEntry } from '#lib/api-ledger.ts'
import { checkInclusion } from '#lib/ledger/prove.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const proved = await locals.api.get<ProvedEntry>(`/ledger/entries/${params.index}`)
  const { text, index, size, proof, root } = proved
  return { proved, check: await checkInclusion(text, index, size, proof, root) }
}
