import type { Incident } from '../../model/index.ts'
import { locatePlace } from '../../plan/index.ts'
import type { Bearings } from '../../store/projections/index.ts'
import { loadRoads } from '../load-roads.ts'

/** Where incidents lie by the zones and roads of a case's folder. (Default: cases/idlib-2020) */
export function createBearings(caseFolder?: string): (incident: Incident) => Bearings {
  const roads = loadRoads(caseFolder)
  return ({ place }) => {
    const found = locatePlace(roads, place)
    if (found.kind !== 'at') return { zones: [], road: null }
    const { road, km, offsetMetres } = found.position
    return { zones: [], road: { id: road, chainageKm: km, offsetMetres } }
  }
}
