import type { ClaimReference } from '../../../../src/model/index.ts'
import { m } from '#messages'
import type { Problem } from './api.ts'

/** A claim as forms name it: its report's id, #, its index there. A report's id may have a # of its own: the last one counts. */
export function claimsIn(form: FormData, field = 'claim'): readonly ClaimReference[] {
  return form.getAll(field).flatMap((name) => {
    const found = typeof name === 'string' ? /^(.+)#(\d{1,9})$/su.exec(name) : null
    return found?.[1] ? [{ report: found[1], claim: Number(found[2]) }] : []
  })
}

/** Of the tags of two things that were looked at together, the one of the later entry: a decision on both is based on it. */
export function laterOf(one: string, other: string): string {
  const entryOf = (tag: string): number => Number(/^"(\d+)\./.exec(tag)?.[1] ?? 0)
  return entryOf(one) >= entryOf(other) ? one : other
}

/** The refusal where fewer claims are chosen than a decision on links needs. */
export function tooFew(): Problem {
  return { status: 422, code: 'claims-too-few', detail: m.claims_two_needed() }
}
