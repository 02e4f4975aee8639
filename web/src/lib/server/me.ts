import type { Me } from '#lib/model.ts'
import type { Api } from './api.ts'

interface Person {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly side: string | null
  readonly may: readonly string[]
}

interface Case {
  readonly id: string
  readonly name?: string
  readonly timeZone?: string | null
}

/** Who is asking, by the session that came with the request, and the case that they see. Without a session nobody, and a case untold. */
export async function readMe(api: Api): Promise<Me> {
  const person = await api.ask<Person>('/me')
  const shown = person ? await api.ask<Case>('/case') : null
  return {
    person: person && { id: person.id, name: person.name, roles: person.roles, side: person.side },
    case: { id: shown?.id ?? '', name: shown?.name ?? shown?.id ?? '', timeZone: shown?.timeZone ?? 'UTC' },
    may: person?.may ?? [],
  }
}
