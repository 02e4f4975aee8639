import { followSteps, type Step } from '../../adjudicate/index.ts'
import type { ClaimAnchor, ClaimReference, EntryIndex, Incident } from '../../model/index.ts'
import type { IndexedEntry } from '../../store/index.ts'
import type { Standing } from '../../store/projections/index.ts'
import { findAnchored, type ClaimsOf } from './claim-anchors.ts'
import type { ReviewedReadings } from './reviews.ts'

/** A step as it was recorded. */
export interface RecordedStep extends Step {
  readonly entry: EntryIndex
  readonly at: string
}

/** What people did with incidents. */
export interface StepHistory {
  /** The steps that bear on an incident, in the order of the log. */
  readonly of: (incident: Pick<Incident, 'claims'>) => readonly RecordedStep[]
}

interface LinkedStep extends RecordedStep {
  readonly after: EntryIndex | null
}

/** Where a claim that a person spoke of stands today; null where it is gone or rejected. */
export type Locate = (anchor: ClaimAnchor) => ClaimReference | null

/** Locates claims among those of the record and what reviews made of them. */
export function locatorIn(claims: ClaimsOf, reviewed: ReviewedReadings): Locate {
  return (anchor) => {
    const claim = findAnchored(claims, anchor)
    return claim && reviewed.reviewed(claim) ? claim : null
  }
}

/**
 * Which steps bear on which incident. Incidents are computed: when reports come in, or people split and join, they have other claims and
 * other ids. A step stays with the first of its claims that still stands. Where the claims of one incident lead to several histories,
 * because it was joined from several, the one that was worked on last counts.
 */
export function historyOf(entries: readonly IndexedEntry[], locate: Locate): StepHistory {
  const steps = new Map<EntryIndex, LinkedStep>()
  const lastAt = new Map<string, LinkedStep>()
  for (const { index, entry } of entries) {
    if (entry.kind !== 'verification-step') continue
    const { axis, from, to, reason, after, claims } = entry.body
    const step = { axis, from, to, reason, after, by: entry.by, at: entry.at, entry: index }
    steps.set(index, step)
    const bearer = firstStanding(claims, locate)
    if (bearer) lastAt.set(nameOf(bearer), step)
  }
  return { of: ({ claims }) => (steps.size === 0 ? [] : chainOf(lastOf(claims, lastAt), steps)) }
}

/** Where an incident stands after all steps that bear on it. */
export function standingOf(history: StepHistory, incident: Pick<Incident, 'claims'>): Standing {
  const { validity, responsibility } = followSteps(history.of(incident))
  const proposed = validity.proposed?.state ?? null
  return { validity: validity.state, proposed, responsibility: responsibility.state }
}

/** The claim of a step that bears it: the first that still stands. */
export function firstStanding(claims: readonly ClaimAnchor[], locate: Locate): ClaimReference | null {
  for (const anchor of claims) {
    const claim = locate(anchor)
    if (claim) return claim
  }
  return null
}

function lastOf(claims: readonly ClaimReference[], lastAt: ReadonlyMap<string, LinkedStep>): LinkedStep | undefined {
  const found = claims.flatMap((claim) => lastAt.get(nameOf(claim)) ?? [])
  return found.toSorted((a, b) => b.entry - a.entry)[0]
}

function chainOf(last: LinkedStep | undefined, steps: ReadonlyMap<EntryIndex, LinkedStep>): readonly RecordedStep[] {
  const chain: RecordedStep[] = []
  // A step only ever follows an earlier entry: the walk ends whatever an altered log says.
  for (
    let step = last;
    step;
    step = step.after !== null && step.after < step.entry ? steps.get(step.after) : undefined
  ) {
    chain.unshift(step)
  }
  return chain
}

function nameOf({ report, claim }: ClaimReference): string {
  return `${report}\n${claim}`
}
