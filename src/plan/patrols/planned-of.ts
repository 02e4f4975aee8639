import type { Decision, Patrol, Stretch } from '../../model/index.ts'

/** What was to be driven on a patrol, and by which decision; null for a plan that was only told. */
export interface Planned {
  readonly stretch: Stretch
  readonly decision: Decision | null
}

/** What was planned for a patrol: the last decision on its plan, else what accounts tell of it; null where nothing is known. */
export function plannedOf(
  { id, planned }: Pick<Patrol, 'id' | 'planned'>,
  decisions: readonly Decision[],
): Planned | null {
  for (const decision of decisions.toReversed()) {
    const { resolution } = decision
    if (resolution.kind !== 'patrol-plan' || resolution.patrol !== id) continue
    return { stretch: { road: resolution.road, fromKm: resolution.fromKm, toKm: resolution.toKm }, decision }
  }
  return planned && { stretch: planned, decision: null }
}
