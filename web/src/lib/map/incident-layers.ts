import type { Map as GlMap } from 'maplibre-gl'
import type { Inks } from './inks.ts'

/** Name of the layer in the tiles. */
const LAYER = 'incidents'
/** Metres a pixel of a 512 px tile at zoom 0 on the latitude of the Levant; halves with every zoom. */
const METRES_A_PIXEL = 63_400

/** A place that may reach farther than this, a country, would cover the map: the list says so instead. */
const WIDEST_METRES = 80_000

/** Incidents over the map: clusters with their number, single ones as dots, and how far an uncertain place may reach. */
export function incidentLayers(map: GlMap, tiles: string, { accent, onAccent, due }: Inks): void {
  map.addSource('incidents', { type: 'vector', tiles: [tiles], maxzoom: 14 })
  map.addLayer({
    id: 'incident-reach',
    type: 'circle',
    source: 'incidents',
    'source-layer': LAYER,
    filter: [
      'all',
      ['!', ['has', 'point_count']],
      ['>', ['coalesce', ['get', 'radiusMetres'], 0], 500],
      ['<', ['get', 'radiusMetres'], WIDEST_METRES],
    ],
    paint: {
      'circle-radius': [
        'interpolate',
        ['exponential', 2],
        ['zoom'],
        0,
        0,
        22,
        ['/', ['get', 'radiusMetres'], METRES_A_PIXEL / 2 ** 22],
      ],
      'circle-color': due,
      'circle-opacity': 0.08,
      'circle-stroke-color': due,
      'circle-stroke-opacity': 0.5,
      'circle-stroke-width': 1,
    },
  })
  map.addLayer({
    id: 'incident-points',
    type: 'circle',
    source: 'incidents',
    'source-layer': LAYER,
    paint: {
      'circle-radius': [
        'interpolate',
        ['linear'],
        ['coalesce', ['get', 'point_count'], 1],
        1,
        6,
        10,
        13,
        100,
        20,
        10_000,
        30,
      ],
      'circle-color': accent,
      'circle-stroke-color': onAccent,
      'circle-stroke-width': 1.5,
    },
  })
  map.addLayer({
    id: 'incident-numbers',
    type: 'symbol',
    source: 'incidents',
    'source-layer': LAYER,
    filter: ['has', 'point_count'],
    layout: {
      'text-field': ['to-string', ['get', 'point_count']],
      'text-font': ['Noto Sans'],
      'text-size': 12,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': onAccent },
  })
}
