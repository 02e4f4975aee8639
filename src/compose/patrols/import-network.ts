import { createReadStream, createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { done, type Result } from '../../base/result.ts'
import { readOsmWays, type OsmFailure } from '../../gather/index.ts'
import type { Road } from '../../model/index.ts'
import { formatWay } from '../../plan/index.ts'

/** How far around a case's roads its network reaches, in degrees: some 30 km. */
const MARGIN_DEGREES = 0.3

/** What became of an extract. */
export interface NetworkTally {
  readonly ways: number
  readonly roads: number
  readonly broken: number
}

/**
 * Makes a case's `network.geojsonl` of an OpenStreetMap extract (`.osm.pbf`): the roads within some 30 km of the case's own. The old file is
 * replaced only when the new one is whole. Fails with a code of extracts.
 */
export async function importNetwork(
  extract: string,
  roads: readonly Road[],
  target: string,
): Promise<Result<NetworkTally, OsmFailure>> {
  const points = roads.flatMap((road) => road.points)
  const box = {
    south: Math.min(...points.map(({ lat }) => lat)) - MARGIN_DEGREES,
    north: Math.max(...points.map(({ lat }) => lat)) + MARGIN_DEGREES,
    west: Math.min(...points.map(({ lon }) => lon)) - MARGIN_DEGREES,
    east: Math.max(...points.map(({ lon }) => lon)) + MARGIN_DEGREES,
  }
  const read = await readOsmWays(() => createReadStream(extract), basename(extract), box)
  if (!read.ok) return read
  const { ways, roads: kept, broken } = read.value
  const lines = Readable.from(ways.map((way) => `${formatWay(way)}\n`))
  await pipeline(lines, createWriteStream(`${target}.new`))
  await rename(`${target}.new`, target)
  return done({ ways: ways.length, roads: kept, broken })
}
