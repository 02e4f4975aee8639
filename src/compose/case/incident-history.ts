import type { Step } from '../../adjudicate/index.ts'
import { sha256 } from '../../base/sha256.ts'
import type { Entry, Incident } from '../../model/index.ts'

/** What people did with incidents. */
export interface StepHistory {
  /** The steps that bear on an incident, in the order of the log. */
  readonly of: (incident: Incident) => readonly Step[]
}

interface DatedStep extends Step {
  readonly place: number
}

/**
 * Which steps bear on which incident. An incident's id comes from the claim that was published first; when an earlier report comes in, or
 * incidents are joined, the id changes, but the claim that gave the old one is still among its claims: the steps are found by it. Where an
 * incident has no steps of its own and its claims lead to several histories, the one that was worked on last counts.
 */
export function historyOf(entries: readonly Entry[]): StepHistory {
  const steps = new Map<string, DatedStep[]>()
  for (const [place, entry] of entries.entries()) {
    if (entry.kind !== 'verification-step') continue
    const { incident, axis, from, to, reason } = entry.body
    const known = steps.get(incident) ?? []
    known.push({ axis, from, to, reason, by: entry.by, place })
    steps.set(incident, known)
  }
  return { of: (incident) => (steps.size === 0 ? [] : stepsOf(steps, incident)) }
}

function stepsOf(steps: ReadonlyMap<string, readonly DatedStep[]>, incident: Incident): readonly Step[] {
  const own = steps.get(incident.id)
  if (own) return own
  const inherited = incident.claims.flatMap(({ report, claim }) => {
    const found = steps.get(idFrom(report, claim))
    return found ? [found] : []
  })
  return inherited.toSorted((a, b) => (b.at(-1)?.place ?? 0) - (a.at(-1)?.place ?? 0))[0] ?? []
}

/** The id of an incident whose claim published first is this one: sixteen hexadecimal digits, as corroboration gives it. */
export function idFrom(report: string, claim: number): string {
  return Buffer.from(sha256(`${report}\n${claim}`).subarray(0, 8)).toString('hex')
}
