/**
 * Draws cases/idlib-2020/network.geojsonl: ways between the settlements of the case near the M4, and from them to the places of the road.
 * No road network of the area ships with the project. Two places are joined where no third one lies within the circle over them (a Gabriel
 * graph), a quarter longer than the straight line: a stand-in by which plans can be tried. Every way says that it is schematic.
 * Run: `node tools/draw-local-network.ts`. An operator replaces the file by a real one: `truceline patrol network EXTRACT.osm.pbf`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseCasePlaces } from '../src/attribute/index.ts'
import { distanceMetres, type GeoPoint } from '../src/base/geometry/distance.ts'
import { formatWay, parseRoads, pointAtKm, projectToRoad } from '../src/plan/index.ts'

const NEAR_METRES = 12_000
const DETOUR = 1.25
const LONGEST_METRES = 15_000

const folder = new URL('../cases/idlib-2020/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const m4 = parseRoads(read('roads.geojson')).find(({ id }) => id === 'm4')
if (!m4) throw new Error('roads.geojson: no m4')

const settlements = parseCasePlaces(read('places.geojson'))
  .filter(({ kind }) => kind === 'village' || kind === 'town' || kind === 'city')
  .filter((place) => {
    const { offsetMetres, km } = projectToRoad(m4, place)
    return offsetMetres <= NEAR_METRES && km > 30 && km < 120
  })
  .map(({ id, lat, lon }) => ({ id, lat, lon, onRoad: false }))
const stops = m4.turningPlaces.map(({ id, km }) => ({ id, ...pointAtKm(m4, km), onRoad: true }))
const nodes = [...settlements, ...stops]

const lines = nodes.flatMap((a, i) =>
  nodes.slice(i + 1).flatMap((b) => {
    const metres = distanceMetres(a, b)
    if ((a.onRoad && b.onRoad) || metres > LONGEST_METRES || !areNeighbours(a, b)) return []
    const line = [a, b].map(({ lat, lon }) => ({ lat, lon }))
    return formatWay({
      from: a.id,
      to: b.id,
      points: line,
      lengthMetres: Math.round(metres * DETOUR),
      kmh: null,
      name: null,
      oneWay: false,
      schematic: true,
    })
  }),
)
writeFileSync(fileURLToPath(new URL('network.geojsonl', folder)), `${lines.join('\n')}\n`)
console.log(`${nodes.length} nodes, ${lines.length} ways`)

function areNeighbours(a: GeoPoint, b: GeoPoint): boolean {
  const middle = { lat: (a.lat + b.lat) / 2, lon: (a.lon + b.lon) / 2 }
  const radius = distanceMetres(a, b) / 2
  return nodes.every((other) => other === a || other === b || distanceMetres(other, middle) >= radius)
}
