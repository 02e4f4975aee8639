import type { PlainDate } from '../../base/calendar.ts'
import type { CaseRecord, Incident, Patrol, PatrolOutcome, Reading } from '../../model/index.ts'
import type { Principals } from '../actors/principals.ts'

/** What one side makes of incidents, by their ids. An incident can be in several lists. */
export interface SideLedger {
  readonly side: string
  /** It says that they happened. */
  readonly reported: readonly string[]
  /** It says so, and another side does too. */
  readonly confirmed: readonly string[]
  /** It denies them, or contradicts what another side says of them. */
  readonly disputed: readonly string[]
  /** Another side says that they happened; it says nothing. Silence is neither a denial nor a confirmation. */
  readonly neverMentioned: readonly string[]
}

/** One day of the sides' ledgers side by side. */
export interface LedgerDay {
  /** Null: the day is not told. */
  readonly day: PlainDate | null
  readonly sides: readonly SideLedger[]
}

/** A joint patrol as each side tells of it. */
export interface PatrolRow {
  readonly patrol: string
  readonly day: PlainDate
  /** Null: the side does not mention it. */
  readonly sides: readonly { readonly side: string; readonly outcome: PatrolOutcome | null }[]
  /** Two sides tell its outcome differently. That one only says that it was held contradicts nobody. */
  readonly differs: boolean
}

/** The ledgers of all sides over all days, and day by day. */
export interface SideLedgers {
  readonly patrols: readonly PatrolRow[]
  readonly all: readonly SideLedger[]
  readonly days: readonly LedgerDay[]
}

interface Stance {
  readonly incident: Incident
  readonly asserting: ReadonlySet<string>
  readonly denying: ReadonlySet<string>
  /** Sides whose words contradict another side's. */
  readonly contradicting: ReadonlySet<string>
}

/** Keeps each side's own ledger apart: what it reported, confirmed, disputed and never mentioned. */
export function sideLedgers(
  { incidents, readings, patrols }: CaseRecord,
  sides: readonly string[],
  principals: Principals,
): SideLedgers {
  const stances = incidents
    .map(({ incident }) => stanceOf(incident, readings, principals))
    .filter(({ asserting, denying }) => asserting.size + denying.size > 0)
  const byDay = Map.groupBy(stances, ({ incident }) => incident.time?.from.slice(0, 10) ?? '')
  const days = [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, told]): LedgerDay => {
      return { day: day === '' ? null : day, sides: sides.map((side) => ledgerOf(side, told)) }
    })
  return {
    all: sides.map((side) => ledgerOf(side, stances)),
    days,
    patrols: patrols.map((patrol) => patrolRow(patrol, sides)),
  }
}

function patrolRow({ id, on, accounts }: Patrol, sides: readonly string[]): PatrolRow {
  const told = sides.map((side) => {
    const outcome = accounts.find((account) => account.side === side)?.outcome ?? 'not-mentioned'
    return { side, outcome: outcome === 'not-mentioned' ? null : outcome }
  })
  const outcomes = new Set(told.flatMap(({ outcome }) => (outcome === null || outcome === 'held' ? [] : [outcome])))
  return { patrol: id, day: on, sides: told, differs: outcomes.size > 1 }
}

function stanceOf(incident: Incident, readings: ReadonlyMap<string, Reading>, principals: Principals): Stance {
  const [asserting, denying] = [new Set<string>(), new Set<string>()]
  for (const { report, claim } of incident.claims) {
    const told = readings.get(report)?.claims[claim]
    const side = told?.speaker?.actor ? principals.sideOf(told.speaker.actor) : null
    if (!told || side === null) continue
    if (told.modality === 'asserted') asserting.add(side)
    if (told.modality === 'denied') denying.add(side)
  }
  return { incident, asserting, denying, contradicting: contradictingIn(incident, principals) }
}

function contradictingIn({ contradictions, origins }: Incident, principals: Principals): ReadonlySet<string> {
  const sides = new Set<string>()
  for (const { between } of contradictions) {
    const [one, other] = between.map((at) => principals.sideOf(origins[at]?.speaker ?? ''))
    if (one == null || other == null || one === other) continue
    sides.add(one).add(other)
  }
  return sides
}

function ledgerOf(side: string, stances: readonly Stance[]): SideLedger {
  const ids = (holds: (stance: Stance) => boolean): readonly string[] =>
    stances
      .filter(holds)
      .map(({ incident }) => incident.id)
      .toSorted()
  const hasOther = (told: ReadonlySet<string>): boolean => [...told].some((one) => one !== side)
  return {
    side,
    reported: ids(({ asserting }) => asserting.has(side)),
    confirmed: ids(({ asserting, denying }) => asserting.has(side) && hasOther(asserting) && !denying.has(side)),
    disputed: ids(({ denying, contradicting }) => denying.has(side) || contradicting.has(side)),
    neverMentioned: ids(({ asserting, denying }) => hasOther(asserting) && !asserting.has(side) && !denying.has(side)),
  }
}
