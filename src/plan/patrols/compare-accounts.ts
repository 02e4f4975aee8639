import type { Patrol, PatrolAccount, PatrolOutcome } from '../../model/index.ts'

/** Something that the sides tell differently of one patrol. */
export interface Difference {
  readonly field: 'number' | 'outcome' | 'reason' | 'incidents'
  readonly versions: readonly { readonly side: string; readonly says: string }[]
}

/** What the sides' own accounts of a patrol differ in; the press counts for no side. A side that is silent on a thing is a version too. */
export function differencesOf({ accounts }: Patrol): readonly Difference[] {
  const sides = accounts.filter(({ side }) => side !== 'press')
  if (sides.length < 2) return []
  const differences: Difference[] = []
  const add = (field: Difference['field'], says: (account: PatrolAccount) => string): void => {
    const versions = sides.map((account) => ({ side: account.side, says: says(account) }))
    if (new Set(versions.map((version) => version.says)).size > 1) differences.push({ field, versions })
  }
  add('number', ({ number }) => (number === null ? 'not told' : String(number)))
  add('outcome', ({ outcome }) => OUTCOME_WORDS[outcome])
  const isSilent = ({ reason }: PatrolAccount): boolean => reason === null
  if (sides.some(isSilent) && !sides.every(isSilent)) add('reason', ({ reason }) => reason ?? 'silent')
  const tellsNone = ({ incidents }: PatrolAccount): boolean => incidents.length === 0
  if (!sides.every(tellsNone)) add('incidents', ({ incidents }) => incidents.join('; ') || 'silent')
  return differences
}

/** An outcome in words. */
export const OUTCOME_WORDS: { readonly [outcome in PatrolOutcome]: string } = {
  completed: 'completed',
  shortened: 'shortened',
  cancelled: 'cancelled',
  held: 'held',
  'not-mentioned': 'not mentioned',
}
