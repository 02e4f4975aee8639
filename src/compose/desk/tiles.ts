import { fromGeojsonVt } from '@maplibre/vt-pbf'
import Supercluster from 'supercluster'
import { canonicalJson } from '../../base/canonical-json.ts'
import {
  readIncidentPoints,
  readProjectionState,
  type IncidentFilter,
  type IncidentPoint,
} from '../../store/projections/index.ts'
import type { Desk } from './open-desk.ts'
import { askAt, type KnownAt } from './record-at.ts'

/** Deepest zoom that has tiles; a map draws deeper ones from these. */
export const DEEPEST_ZOOM = 14
/** From the next zoom on every incident is drawn for itself. */
const CLUSTERED_ZOOM = 10
const CLUSTER_RADIUS_PIXELS = 50
const TILE_EXTENT = 4096
/** Indices kept: those of the filters in use by a shift. */
const MAX_INDICES = 8

type Drawn = Omit<IncidentPoint, 'lat' | 'lon' | 'day'> & { readonly day: string }
interface Summed {
  readonly verified: number
}
type Index = Supercluster<Drawn, Summed>

/** Makes the tiles of a desk's incidents, one index a filter. */
export interface TileMaker {
  /** A Mapbox vector tile with the layer `incidents`; null where it is empty. Clusters have `cluster`, `point_count` and `verified`. */
  readonly tile: (
    filter: IncidentFilter,
    z: number,
    x: number,
    y: number,
    at?: KnownAt | null,
  ) => Promise<Uint8Array | null>
}

/** Makes tiles here rather than in the database, since the embedded one cannot. */
export function createTileMaker(desk: Desk): TileMaker {
  const indices = new Map<string, Promise<Index>>()
  const indexOf = async (filter: IncidentFilter, at: KnownAt | null): Promise<Index> => {
    const { readingsSize, incidentsSize } = await readProjectionState(desk.open.store)
    const key = `${readingsSize} ${incidentsSize} ${canonicalJson({ filter, at })}`
    const known = indices.get(key) ?? askAt(desk, at, (sql) => readIncidentPoints(sql, filter)).then(indexed)
    // the last used goes to the end, the first is dropped
    indices.delete(key)
    indices.set(key, known)
    known.catch(() => indices.delete(key))
    for (const old of indices.keys()) if (indices.size > MAX_INDICES) indices.delete(old)
    return known
  }
  return {
    tile: async (filter, z, x, y, at = null) => {
      const tile = (await indexOf(filter, at)).getTile(z, x, y)
      return tile && fromGeojsonVt({ incidents: tile }, { version: 2, extent: TILE_EXTENT })
    },
  }
}

function indexed(points: readonly IncidentPoint[]): Index {
  const index = new Supercluster<Drawn, Summed>({
    radius: CLUSTER_RADIUS_PIXELS,
    extent: TILE_EXTENT,
    maxZoom: CLUSTERED_ZOOM,
    map: ({ validity }) => ({ verified: validity === 'verified' ? 1 : 0 }),
    reduce: (sum: { verified: number }, { verified }) => {
      sum.verified += verified
    },
  })
  return index.load(
    points.map(({ lat, lon, day, ...drawn }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { ...drawn, day: day ?? '' },
    })),
  )
}
