import type { ConsentState } from '../../plan/index.ts'

/** How the sides stand to a decision, in words. */
export function sayConsent(state: ConsentState): string {
  switch (state.kind) {
    case 'proposed':
      return 'proposed; nobody has signed'
    case 'one-side-only':
      return `one side only: ${state.signed.join(', ')} signed, ${state.missing.join(', ')} has not`
    case 'declined':
      return `declined by ${state.by.join(', ')}${state.signed.length > 0 ? `, signed by ${state.signed.join(', ')}` : ''}`
    case 'in-force':
      return 'in force: every side has signed'
  }
}
