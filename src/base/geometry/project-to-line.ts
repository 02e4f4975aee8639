import { flattenAt, type GeoPoint, type PlanePoint } from './distance.ts'

/** Where a point lies beside a line. */
export interface LineProjection {
  /** The nearest segment, from point `segment` to the next. */
  readonly segment: number
  /** How far along that segment the nearest point lies, 0 to 1. */
  readonly fraction: number
  readonly offsetMetres: number
  /** Whether the point lies to the left of the line's direction. */
  readonly left: boolean
}

/** The nearest point of a line of at least two points; the first one where several are equally near. */
export function projectToLine(line: readonly GeoPoint[], point: GeoPoint): LineProjection {
  const flatten = flattenAt(point)
  let nearest = { segment: 0, fraction: 0, squared: Infinity }
  let from = flatten(line[0] ?? point)
  for (let segment = 0; segment + 1 < line.length; segment++) {
    const to = flatten(line[segment + 1] ?? point)
    const fraction = fractionNearestOrigin(from, to)
    const squared = squaredAt(from, to, fraction)
    if (squared < nearest.squared) nearest = { segment, fraction, squared }
    from = to
  }
  const { segment, fraction, squared } = nearest
  return { segment, fraction, offsetMetres: Math.sqrt(squared), left: isLeft(line, nearest, flatten) }
}

function fractionNearestOrigin(from: PlanePoint, to: PlanePoint): number {
  const [x, y] = [to.x - from.x, to.y - from.y]
  const squared = x * x + y * y
  return squared === 0 ? 0 : Math.min(1, Math.max(0, -(from.x * x + from.y * y) / squared))
}

function squaredAt(from: PlanePoint, to: PlanePoint, fraction: number): number {
  const x = from.x + (to.x - from.x) * fraction
  const y = from.y + (to.y - from.y) * fraction
  return x * x + y * y
}

/**
 * The side, by the direction of the line there. At a corner neither segment's own side can be trusted: there the direction is that from
 * the point before the corner to the point after it.
 */
function isLeft(
  line: readonly GeoPoint[],
  { segment, fraction }: { readonly segment: number; readonly fraction: number },
  flatten: (point: GeoPoint) => PlanePoint,
): boolean {
  const corner = fraction === 0 ? segment : fraction === 1 ? segment + 1 : null
  const first = corner === null ? segment : Math.max(0, corner - 1)
  const last = corner === null ? segment + 1 : Math.min(line.length - 1, corner + 1)
  const [from, to] = [line[first], line[last]].map((point) => (point ? flatten(point) : { x: 0, y: 0 }))
  if (!from || !to) return false
  const at = corner === null ? from : flatten(line[corner] ?? { lat: 0, lon: 0 })
  return (to.x - from.x) * -at.y - (to.y - from.y) * -at.x > 0
}
