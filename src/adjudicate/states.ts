import { RESPONSIBILITIES, type Responsibility, type Validity, VALIDITIES } from '../model/index.ts'

/** The axes are apart: that something happened says nothing of who answers for it, nor the other way round. */
export type Axis = 'validity' | 'responsibility'

/** Where every incident begins on each axis. */
export const FIRST_STATE = { validity: 'alleged', responsibility: 'undetermined' } as const satisfies {
  readonly validity: Validity
  readonly responsibility: Responsibility
}

const NEXT: { readonly [V in Validity]: readonly Validity[] } = {
  alleged: ['under-verification'],
  'under-verification': ['verified', 'refuted', 'cannot-be-verified', 'suspended'],
  suspended: ['under-verification'],
  verified: ['under-verification'],
  refuted: ['under-verification'],
  'cannot-be-verified': ['under-verification'],
}

/** The states that a step may lead to from a state; on the axis of responsibility any other one. */
export function nextStates(axis: Axis, from: string): readonly string[] {
  if (axis === 'validity') return isValidity(from) ? NEXT[from] : []
  return RESPONSIBILITIES.filter((state) => state !== 'undetermined' || from !== 'undetermined')
}

/** Whether a state takes two different people: what the record then says of an incident must not hang on one. */
export function needsTwoPeople(axis: Axis, state: string): boolean {
  return axis === 'validity' && (state === 'verified' || state === 'refuted')
}

function isValidity(word: string): word is Validity {
  return (VALIDITIES as readonly string[]).includes(word)
}
