import type { Me } from '#lib/model.ts'
import type { Api } from './api.ts'

/** Nobody, in a case that is not told: what is shown while the API says nothing. */
const NOBODY: Me = { person: null, case: { id: '', name: '', timeZone: 'UTC' }, may: [] }

/** Who is asking, by the session that came with the request. */
export async function readMe(api: Api): Promise<Me> {
  return (await api.ask<Me>('/me')) ?? NOBODY
}
