const NEXT_VALIDITY: { readonly [state: string]: readonly string[] } = {
  alleged: ['under-verification'],
  'under-verification': ['verified', 'refuted', 'cannot-be-verified', 'suspended'],
}
const RESPONSIBILITIES = ['attributable', 'largely-attributable', 'not-attributable', 'disputed', 'undetermined']

/** The steps that a form offers from a state; which of them are taken is decided by the record. */
export function nextStates(axis: 'validity' | 'responsibility', state: string): readonly string[] {
  if (axis === 'validity') return NEXT_VALIDITY[state] ?? ['under-verification']
  return RESPONSIBILITIES.filter((next) => next !== state && !(next === 'undetermined' && state === next))
}
