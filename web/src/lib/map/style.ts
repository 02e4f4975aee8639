import type { FeatureCollection } from 'geojson'
import type { FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Inks } from './inks.ts'

interface CaseMap {
  readonly places: FeatureCollection
  readonly roads: FeatureCollection
  readonly zones: FeatureCollection
}

/** Labels in Latin, Arabic beneath. */
const FONTS = ['Noto Sans', 'Noto Sans Arabic']

/** The map beneath the incidents: land, zones, roads, places. Quiet, so that what is marked on it stands out. */
export function styleOf(inks: Inks, { places, roads, zones }: CaseMap): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: '/map/base.json' },
      zones: { type: 'geojson', data: zones },
      roads: { type: 'geojson', data: roads },
      places: { type: 'geojson', data: places },
    },
    layers: [...groundLayers(inks), ...roadLayers(inks), ...placeLayers(inks)],
  }
}

function groundLayers({ sunken, paper, edge, accent, due }: Inks): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': sunken } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': paper } },
    {
      id: 'borders',
      type: 'line',
      source: 'land',
      paint: { 'line-color': edge, 'line-width': 1, 'line-dasharray': [4, 2] },
    },
    { id: 'zones', type: 'fill', source: 'zones', paint: { 'fill-color': due, 'fill-opacity': 0.1 } },
    {
      id: 'zone-edges',
      type: 'line',
      source: 'zones',
      paint: { 'line-color': accent, 'line-width': 1, 'line-dasharray': [3, 3], 'line-opacity': 0.7 },
    },
  ]
}

function roadLayers({ surface, ink, soft }: Inks): LayerSpecification[] {
  const lines: FilterSpecification = ['==', ['geometry-type'], 'LineString']
  return [
    {
      id: 'road-bed',
      type: 'line',
      source: 'roads',
      filter: lines,
      paint: { 'line-color': surface, 'line-width': 6 },
      layout: { 'line-cap': 'round' },
    },
    {
      id: 'roads',
      type: 'line',
      source: 'roads',
      filter: lines,
      paint: { 'line-color': soft, 'line-width': 2.5 },
      layout: { 'line-cap': 'round', 'line-join': 'round' },
    },
    {
      id: 'road-names',
      type: 'symbol',
      source: 'roads',
      filter: lines,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['upcase', ['coalesce', ['get', 'id'], '']],
        'text-font': FONTS,
        'text-size': 12,
        'symbol-spacing': 220,
      },
      paint: { 'text-color': ink, 'text-halo-color': surface, 'text-halo-width': 3 },
    },
  ]
}

function placeLayers({ ink, soft, paper }: Inks): LayerSpecification[] {
  return [
    {
      id: 'places',
      type: 'symbol',
      source: 'places',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': [
          'format',
          ['get', 'name'],
          { 'font-scale': 1 },
          '\n',
          {},
          ['get', 'arabic'],
          { 'font-scale': 0.95 },
        ],
        'text-font': FONTS,
        'text-size': ['step', ['get', 'rank'], 14, 3, 12.5, 4, 11.5],
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 6,
      },
      paint: {
        'text-color': ['step', ['get', 'rank'], ink, 4, soft],
        'text-halo-color': paper,
        'text-halo-width': 1.6,
      },
    },
  ]
}
