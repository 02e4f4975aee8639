import { projectToLine } from '../../base/geometry/project-to-line.ts'
import type { Obligation } from '../../model/index.ts'
import type { AssessmentRules } from '../assessor.ts'
import type { Route } from './patrol-findings.ts'

/** The whole route of the patrols that an obligation asks for: the stretch of road that its zone lies along; null where it names none. */
export function routeOf(obligation: Obligation, { agreement, roads, places }: AssessmentRules): Route | null {
  const shape = agreement.zones.find(({ id }) => id === obligation.zone)?.shape
  const road = roads.find(({ id }) => id === obligation.patrolsOn)
  if (shape?.kind !== 'road-corridor' || !road) return null
  const [from, to] = shape.between.map((end) => {
    const point = end === null ? undefined : places.get(end)
    if (!point) return null
    const { segment, fraction } = projectToLine(road.points, point)
    const [a, b] = [road.points[segment]?.km ?? 0, road.points[segment + 1]?.km ?? 0]
    return a + (b - a) * fraction
  })
  return typeof from === 'number' && typeof to === 'number' ? { fromKm: from, toKm: to } : null
}
