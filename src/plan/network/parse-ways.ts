import { z } from 'zod'
import type { Way } from '../../model/index.ts'

const text = z.string().min(1)

const wayFeature = z.object({
  geometry: z.object({
    type: z.literal('LineString'),
    coordinates: z.array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])).min(2),
  }),
  properties: z.object({
    from: text,
    to: text,
    lengthMetres: z.number().nonnegative(),
    kmh: z.number().positive().nullable().default(null),
    name: z.string().nullable().default(null),
    oneWay: z.boolean().default(false),
    schematic: z.boolean(),
  }),
})

/**
 * Reads a case's `network.geojsonl`: a GeoJSON Feature a line, a LineString with properties from, to (nodes), lengthMetres, schematic,
 * and perhaps kmh, name, oneWay.
 * @throws TypeError naming the line and member that is wrong
 */
export function parseWays(lines: string): readonly Way[] {
  return lines.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parseWay(line, i + 1)]))
}

/** A way as its line. */
export function formatWay({ points, ...properties }: Way): string {
  const coordinates = points.map(({ lat, lon }) => [Number(lon.toFixed(6)), Number(lat.toFixed(6))])
  return JSON.stringify({ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties })
}

function parseWay(line: string, row: number): Way {
  let feature: unknown
  try {
    feature = JSON.parse(line)
  } catch {
    throw new TypeError(`network: line ${row}: found no JSON, expected a GeoJSON Feature`)
  }
  const parsed = wayFeature.safeParse(feature)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new TypeError(`network: line ${row}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}`)
  }
  const { geometry, properties } = parsed.data
  return { ...properties, points: geometry.coordinates.map(([lon, lat]) => ({ lat, lon })) }
}
