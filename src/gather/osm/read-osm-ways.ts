import { distanceMetres, type GeoPoint } from '../../base/geometry/distance.ts'
import { done, failed, type Result } from '../../base/result.ts'
import type { Way } from '../../model/index.ts'
import { readOsm, type OsmWay } from './osm-stream.ts'

type OsmRoad = Required<OsmWay>

/** Why an extract cannot be read; what each means stands in the comment beside it. */
export const OSM_CODES = [
  /** The file is no OSM extract in PBF, or breaks off. */
  'osm-unreadable',
  /** The extract has no road that a column could drive in the area asked for. */
  'osm-without-roads',
] as const

/** A refusal of an extract. */
export interface OsmFailure {
  readonly code: (typeof OSM_CODES)[number]
  readonly message: string
}

/** An area, in degrees. */
export interface GeoBox {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

/** Roads that a column can drive, with the speed of a column on them. All others are left out. */
const KMH_OF: { readonly [highway: string]: number } = {
  motorway: 60,
  motorway_link: 40,
  trunk: 60,
  trunk_link: 40,
  primary: 50,
  primary_link: 35,
  secondary: 45,
  secondary_link: 30,
  tertiary: 40,
  tertiary_link: 30,
  unclassified: 30,
  residential: 20,
  living_street: 15,
}

/** What became of an extract. */
export interface OsmWays {
  readonly ways: readonly Way[]
  /** Ways of the extract that are roads of a kind that is kept. */
  readonly roads: number
  /** Of them, those that name points which the extract does not have. */
  readonly broken: number
}

/**
 * Reads the roads of an OpenStreetMap extract (`.osm.pbf`) as ways between the points where roads meet. Kept: the line, its length, the
 * name, one-way streets and roundabouts, and a column's usual speed by kind of road. Left out: footways, tracks, service and private roads,
 * turn restrictions, barriers, heights and weights allowed, surfaces, posted speeds. Reads the file twice: first the roads, then the points
 * they need, so that memory holds only those.
 *
 * @param open opens the file anew, from its beginning
 * @param box ways with an end in it are kept (Default: all)
 */
export async function readOsmWays(
  open: () => NodeJS.ReadableStream,
  name: string,
  box?: GeoBox,
): Promise<Result<OsmWays, OsmFailure>> {
  try {
    const roads = await readRoads(open())
    const points = await readPoints(open(), roads)
    const meeting = meetingPoints(roads)
    const whole = roads.filter(({ refs }) => refs.every((ref) => points.has(ref)))
    const ways = whole.flatMap((road) => waysOf(road, points, meeting)).filter((way) => !box || touches(way, box))
    if (ways.length > 0) return done({ ways, roads: roads.length, broken: roads.length - whole.length })
    return refuse('osm-without-roads', name, `${roads.length} roads, none of them in the area`, 'roads in the area')
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return refuse('osm-unreadable', name, found, 'an OpenStreetMap extract, .osm.pbf')
  }
}

async function readRoads(source: NodeJS.ReadableStream): Promise<readonly OsmRoad[]> {
  const roads: OsmRoad[] = []
  for await (const way of readOsm(source, 'way')) {
    const { tags = {}, refs } = way
    const isPrivate = tags['access'] === 'no' || tags['access'] === 'private'
    if (Object.hasOwn(KMH_OF, tags['highway'] ?? '') && !isPrivate && refs.length > 1) roads.push({ ...way, tags })
  }
  return roads
}

async function readPoints(
  source: NodeJS.ReadableStream,
  roads: readonly OsmRoad[],
): Promise<ReadonlyMap<number, GeoPoint>> {
  const needed = new Set(roads.flatMap(({ refs }) => refs))
  const points = new Map<number, GeoPoint>()
  for await (const { id, lat, lon } of readOsm(source, 'node')) if (needed.has(id)) points.set(id, { lat, lon })
  return points
}

/** Points at which roads end, or that two of them, or one twice, pass. */
function meetingPoints(roads: readonly OsmRoad[]): ReadonlySet<number> {
  const seen = new Set<number>()
  const meeting = new Set<number>()
  for (const { refs } of roads) {
    for (const ref of refs) {
      if (seen.has(ref)) meeting.add(ref)
      seen.add(ref)
    }
    for (const end of [refs[0], refs.at(-1)]) if (end !== undefined) meeting.add(end)
  }
  return meeting
}

/** A road cut where it meets others. */
function waysOf(
  { refs, tags }: OsmRoad,
  points: ReadonlyMap<number, GeoPoint>,
  meeting: ReadonlySet<number>,
): readonly Way[] {
  const backward = tags['oneway'] === '-1'
  const order = backward ? refs.toReversed() : refs
  const isRound = tags['junction'] === 'roundabout' || tags['highway'] === 'motorway'
  const oneWay = backward || tags['oneway'] === 'yes' || (isRound && tags['oneway'] !== 'no')
  const ways: Way[] = []
  let from = 0
  for (let to = 1; to < order.length; to++) {
    const end = order[to] ?? 0
    if (!meeting.has(end)) continue
    const line = order.slice(from, to + 1).flatMap((ref) => points.get(ref) ?? [])
    ways.push({
      from: `osm:${order[from]}`,
      to: `osm:${end}`,
      points: line,
      lengthMetres: Math.round(lengthOf(line) * 10) / 10,
      kmh: KMH_OF[tags['highway'] ?? ''] ?? null,
      name: tags['name'] ?? tags['ref'] ?? null,
      oneWay,
      schematic: false,
    })
    from = to
  }
  return ways
}

function lengthOf(line: readonly GeoPoint[]): number {
  return line.reduce((sum, point, i) => sum + distanceMetres(line[i - 1] ?? point, point), 0)
}

function touches({ points }: Way, { south, west, north, east }: GeoBox): boolean {
  return [points[0], points.at(-1)].some(
    (end) => end !== undefined && end.lat >= south && end.lat <= north && end.lon >= west && end.lon <= east,
  )
}

function refuse(code: OsmFailure['code'], name: string, found: string, expected: string): Result<never, OsmFailure> {
  return failed({ code, message: `${name}: found ${found}, expected ${expected}` })
}
