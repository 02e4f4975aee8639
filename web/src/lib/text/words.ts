import * as messages from '../../paraglide/messages.js'

/**
 * The record's own words for the codes it keeps: acts, modalities, states, outcomes. Every code is a message `KIND_CODE`; one that has no
 * message is shown as it is, so that a new code is never hidden.
 */
function word(kind: string, code: string): string {
  const message: unknown = Reflect.get(messages, `${kind}_${code.replaceAll(/[^a-z0-9]+/gi, '_')}`)
  return typeof message === 'function' ? String(message()) : code.replaceAll('-', ' ')
}

export const actName = (code: string): string => word('act', code)
export const modalityName = (code: string): string => word('modality', code)
export const validityName = (code: string): string => word('validity', code)
export const outcomeName = (code: string): string => word('outcome', code)
export const droppedName = (code: string): string => word('dropped', code)
export const fieldName = (code: string): string => word('contradicted', code)
export const roleName = (code: string): string => word('role', code)
export const roleWords = (code: string): string => word('rolewords', code)
export const entryName = (code: string): string => word('entry', code)
export const verdictName = (code: string): string => word('verdict', code)
export const boundName = (code: string): string => word('bound', code)

export const consentName = (code: string): string => word('consent', code)
export const patrolOutcomeName = (code: string): string => word('patrol_outcome', code)
export const barName = (code: string): string => word('bar', code)
export const dutyName = (code: string): string => word('duty', code)
export const stanceName = (code: string): string => word('stance', code)
export const deadlineName = (code: string): string => word('deadline', code)
export const precisionName = (code: string): string => word('precision', code)
export const trackLossName = (code: string): string => word('track_loss', code)
export const sideName = (code: string): string => word('side', code)

/** A state of responsibility; `attributable:ACTOR` names whom. */
export function responsibilityName(state: string, actorName: (id: string) => string = (id) => id): string {
  const colon = state.indexOf(':')
  return colon < 0
    ? word('responsibility', state)
    : `${word('responsibility', state.slice(0, colon))} ${actorName(state.slice(colon + 1))}`
}

/** `3 killed`, `at least 3 killed`, `2–4 injured`. */
export function harmWords(harm: HarmLike | null): string {
  if (!harm) return ''
  return [countWords(harm.killed, messages.harm_killed), countWords(harm.injured, messages.harm_injured)]
    .filter(Boolean)
    .join(', ')
}

interface CountLike {
  readonly min: number
  readonly max: number | null
}
interface HarmLike {
  readonly killed: CountLike | null
  readonly injured: CountLike | null
}

function countWords(count: CountLike | null, name: (inputs: { count: string }) => string): string {
  if (!count) return ''
  const { min, max } = count
  if (max === null) return name({ count: messages.at_least({ count: min }) })
  return name({ count: min === max ? String(min) : `${min}–${max}` })
}
