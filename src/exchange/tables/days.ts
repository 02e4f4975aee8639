import { parseDay } from '../../base/calendar.ts'
import type { PlaceReference, TimeReference } from '../../model/index.ts'

/** How many days a time spans; an hour or a minute lies within one. */
export function daysSpanned({ from, to }: TimeReference): number {
  return (parseDay(to) ?? 0) - (parseDay(from) ?? 0) + 1
}

/** The code of a scale by how far off a place may be: the first step whose radius is not below it. Steps as data/import reads them. */
export function codeByRadius(
  { radiusMetres }: PlaceReference,
  steps: readonly (readonly [code: string, metres: number])[],
): string {
  return steps.find(([, metres]) => radiusMetres <= metres)?.[0] ?? steps.at(-1)?.[0] ?? ''
}
