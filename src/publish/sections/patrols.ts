import { momentInWords } from '../../base/day-words.ts'
import type { Patrol, Road } from '../../model/index.ts'
import type { PatrolState, Sentence } from '../bulletin.ts'
import type { CaseFacts } from '../rules.ts'
import { sayState } from '../say/plain.ts'
import { sentence } from '../say/sentence.ts'

/** The patrols of the period as each side tells them; words that may not be told are struck. */
export function tellPatrols(
  patrols: readonly Patrol[],
  roads: readonly Road[],
  { nameOf }: CaseFacts,
  strike: (text: string) => string,
): readonly PatrolState[] {
  return patrols.map(({ id, on, road, planned, accounts }) => ({
    patrol: id,
    on,
    road: roads.find((one) => one.id === road)?.name ?? road,
    planned: planned && {
      fromKm: planned.fromKm,
      toKm: planned.toKm,
      text: sayStretch(planned.fromKm, planned.toKm, road, roads),
    },
    accounts: accounts.map((account) => ({
      side: account.side,
      name: account.side === 'press' ? 'Press and observers' : nameOf(account.side),
      number:
        account.number === null
          ? ''
          : `its no. ${account.number}${account.numberNote === null ? '' : ` (${account.numberNote})`}`,
      outcome: account.outcome,
      says: strike(account.says),
      reason: account.reason === null ? null : strike(account.reason),
      fromKm: account.fromKm,
      toKm: account.toKm,
      turnedBackAtKm: account.turnedBackAtKm,
      sources: account.sources,
    })),
  }))
}

/** A sentence for a patrol: what each side says came of it, and whether they agree. */
export function sayPatrol({ patrol, on, road, accounts }: PatrolState, claims: Sentence['cites']['claims']): Sentence {
  const sides = accounts.filter(({ side }) => side !== 'press')
  const said = sides.map(({ name, outcome }) => `${name} ${PHRASES[outcome] ?? sayState(outcome)}`).join('; ')
  const outcomes = new Set(sides.map(({ outcome }) => outcome))
  const differ = outcomes.size > 1 ? ' The accounts differ.' : ''
  return sentence(
    `Joint patrol of ${momentInWords(on)} on the ${road}: ${said || 'no side gives an account'}.${differ}`,
    {
      claims,
      patrols: [patrol],
    },
  )
}

const PHRASES: { readonly [outcome: string]: string } = {
  completed: 'says it drove the whole route',
  shortened: 'says it was shortened',
  cancelled: 'says it was called off',
  held: 'says it took place, and no more',
  'not-mentioned': 'does not mention it',
}

function sayStretch(fromKm: number, toKm: number, road: string, roads: readonly Road[]): string {
  const length = Math.abs(toKm - fromKm).toFixed(0)
  const known = roads.find((one) => one.id === road)
  const near = (km: number) => {
    const place = known && [...known.turningPlaces, ...known.junctions].find((one) => Math.abs(one.km - km) < 1.5)
    return place ? ` (${place.name})` : ''
  }
  return `km ${fromKm.toFixed(1)}${near(fromKm)} to km ${toKm.toFixed(1)}${near(toKm)}, ${length} km`
}
