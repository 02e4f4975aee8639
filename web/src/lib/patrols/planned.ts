import type { Part, PatrolFile } from '../api-patrols.ts'

/** What was to be driven: by the last decision on the patrol's plan, else as accounts tell it; null where nobody does. */
export function plannedPart({ decisions, patrol }: Pick<PatrolFile, 'decisions' | 'patrol'>): Part | null {
  for (const { resolution } of decisions.toReversed()) {
    if (resolution.kind === 'patrol-plan') return { fromKm: resolution.fromKm, toKm: resolution.toKm }
  }
  return patrol.planned
}
