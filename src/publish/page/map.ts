import { geoMercator, geoPath } from 'd3-geo'
import type { LineString, MultiPoint } from 'geojson'
import type { Road } from '../../model/index.ts'
import type { PublishedIncident } from '../bulletin.ts'
import { html, type Html } from './html.ts'

const SIZE = 460
/** Points drawn one by one; more are gathered in cells. */
const MAX_POINTS = 120
/** Cells a side, where points are gathered. */
const CELLS = 12
/** A place this coarse is a region: it is drawn as a ring, not as a point. */
const REGION_METRES = 20_000

interface Mark {
  readonly x: number
  readonly y: number
  readonly count: number
  readonly label: string
  readonly isRegion: boolean
  readonly verified: boolean
}

/** Where the incidents of known place lie, with the case's roads: an SVG with a text that says what it shows. Empty where no place is known. */
export function drawMap(incidents: readonly PublishedIncident[], roads: readonly Road[]): Html | null {
  const placed = incidents.flatMap((incident) => (incident.place ? [{ incident, place: incident.place }] : []))
  if (placed.length === 0) return null
  const lines = roads.map(({ points }): LineString => ({
    type: 'LineString',
    coordinates: points.map(({ lon, lat }) => [lon, lat]),
  }))
  const seen: MultiPoint = {
    type: 'MultiPoint',
    coordinates: [
      ...placed.map(({ place }) => [place.lon, place.lat]),
      ...lines.flatMap(({ coordinates }) => coordinates),
    ],
  }
  const projection = geoMercator().fitExtent(
    [
      [24, 24],
      [SIZE - 24, SIZE - 24],
    ],
    seen,
  )
  const path = geoPath(projection).digits(1)
  const marks = gather(
    placed.map(({ incident, place }) => {
      const [x, y] = projection([place.lon, place.lat]) ?? [0, 0]
      const isRegion = place.radiusMetres >= REGION_METRES
      return { x, y, count: 1, label: place.name, isRegion, verified: incident.validity === 'verified' }
    }),
  )
  const drawn = marks.map(drawMark)
  const drawnLines = lines.map(
    (line) => html`<path d="${path(line) ?? ''}" fill="none" stroke="#7d8790" stroke-width="2" />`,
  )
  const names = roads.map((road, i) => {
    const middle = lines[i]?.coordinates[Math.floor((lines[i]?.coordinates.length ?? 0) / 2)]
    const [x, y] = middle ? (projection([middle[0] ?? 0, middle[1] ?? 0]) ?? [0, 0]) : [0, 0]
    return html`<text x="${(x + 5).toFixed(0)}" y="${(y - 6).toFixed(0)}">${road.name}</text>`
  })
  const said = [...new Set(placed.map(({ place }) => place.name))].slice(0, 20).join(', ')
  const rest = incidents.length - placed.length
  return html`<figure>
    <svg
      viewBox="0 0 ${String(SIZE)} ${String(SIZE)}"
      role="img"
      aria-label="Map of ${placed.length} incidents: ${said}"
    >
      ${drawnLines}${names}${drawn}
    </svg>
    <figcaption>
      ${placed.length} incidents of known place. A ring is a region: where in it is not
      told${rest > 0 ? html`; ${rest} more have no place` : null}. Filled: verified.
    </figcaption>
  </figure>`
}

function drawMark({ x, y, count, label, isRegion, verified }: Mark): Html {
  const radius = isRegion ? 13 : 4 + Math.min(10, Math.sqrt(count) * 1.5)
  const paint = `fill="${verified ? '#b3541e' : isRegion ? 'none' : '#b3541e55'}" stroke="#b3541e" stroke-width="1.6"${isRegion ? ' stroke-dasharray="3 3"' : ''}`
  return {
    html: `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" ${paint}>${html`<title>${label}: ${count}</title>`.html}</circle>`,
  }
}

/** One mark a place; where there are too many, one a cell. */
function gather(marks: readonly Mark[]): readonly Mark[] {
  const byPlace = join(marks, ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
  if (byPlace.length <= MAX_POINTS) return byPlace
  const cell = SIZE / CELLS
  return join(byPlace, ({ x, y }) => `${Math.floor(x / cell)} ${Math.floor(y / cell)}`)
}

function join(marks: readonly Mark[], keyOf: (mark: Mark) => string): readonly Mark[] {
  return [...Map.groupBy(marks, keyOf).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const labels = [...new Set(group.map(({ label }) => label))]
    return [
      {
        ...first,
        count: group.reduce((sum, { count }) => sum + count, 0),
        label: labels.length > 3 ? `${labels.slice(0, 3).join(', ')} and ${labels.length - 3} more` : labels.join(', '),
        isRegion: group.every(({ isRegion }) => isRegion),
        verified: group.some(({ verified }) => verified),
      },
    ]
  })
}
