import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as GlMap, NavigationControl, Popup, setWorkerUrl, type MapGeoJSONFeature } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { FeatureCollection } from 'geojson'
import { actName, validityName } from '../text/words.ts'
import { circleOf } from './circle.ts'
import { incidentLayers } from './incident-layers.ts'
import { readInks } from './inks.ts'
import { styleOf } from './style.ts'

setWorkerUrl(workerUrl)

/** What a map is asked to show. */
export interface MapOptions {
  readonly query: string
  readonly at: {
    readonly lat: number
    readonly lon: number
    readonly radiusMetres: number
    readonly name: string
  } | null
  readonly stretch: { readonly road: string; readonly fromKm: number; readonly toKm: number } | null
  readonly labels: { readonly map: string; readonly incidents: (count: number) => string }
  /** Called with the page of an incident that was chosen. */
  readonly onOpen: (path: string) => void
}

/** A map on the page. */
export interface CaseMapView {
  readonly show: (query: string) => void
  readonly remove: () => void
}

/** Draws the case's map into an element. Nothing comes from elsewhere: land, roads, places, fonts and incidents are this server's. */
export async function drawMap(element: HTMLElement, options: MapOptions): Promise<CaseMapView> {
  const [caseMap] = await Promise.all([readCase(), loadFonts()])
  const inks = readInks(element)
  const map = new GlMap({
    container: element,
    style: styleOf(inks, caseMap),
    bounds: boundsOf(caseMap, options.at),
    fitBoundsOptions: { padding: 24, maxZoom: 11 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    locale: { 'Map.Title': options.labels.map },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  await map.once('load')
  if (options.at) drawPlace(map, options.at, inks.accent)
  else incidentLayers(map, tilesOf(options.query), inks)
  openOnClick(map, options)
  return {
    show: (query) => {
      const source = map.getSource('incidents')
      if (source && 'setTiles' in source && typeof source.setTiles === 'function') source.setTiles([tilesOf(query)])
    },
    remove: () => map.remove(),
  }
}

interface CaseMap {
  readonly places: FeatureCollection
  readonly roads: FeatureCollection
  readonly zones: FeatureCollection
}

async function readCase(): Promise<CaseMap> {
  const response = await fetch('/map/case.json')
  if (!response.ok) throw new Error(`map: found ${response.status}, expected the case's places`)
  return (await response.json()) as CaseMap
}

/** Text on the map is drawn with the page's own fonts, which must be there before the first label. */
async function loadFonts(): Promise<void> {
  await Promise.all([document.fonts.load('16px "Noto Sans"', 'a'), document.fonts.load('16px "Noto Sans Arabic"', 'ع')])
}

function tilesOf(query: string): string {
  return `${location.origin}/api/tiles/{z}/{x}/{y}${query === '' ? '' : `?${query}`}`
}

function boundsOf({ roads }: CaseMap, at: MapOptions['at']): [number, number, number, number] {
  if (at) {
    const reach = Math.max(at.radiusMetres / 80_000, 0.12)
    return [at.lon - reach, at.lat - reach, at.lon + reach, at.lat + reach]
  }
  const points = roads.features.flatMap(({ geometry }) => (geometry.type === 'LineString' ? geometry.coordinates : []))
  if (points.length === 0) return [35.6, 34.9, 37.6, 36.6]
  const lons = points.map(([lon = 0]) => lon)
  const lats = points.map(([, lat = 0]) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

function drawPlace(map: GlMap, { lat, lon, radiusMetres }: NonNullable<MapOptions['at']>, ink: string): void {
  map.addSource('place', { type: 'geojson', data: circleOf(lat, lon, radiusMetres) })
  map.addLayer({ id: 'place-area', type: 'fill', source: 'place', paint: { 'fill-color': ink, 'fill-opacity': 0.15 } })
  map.addLayer({
    id: 'place-edge',
    type: 'line',
    source: 'place',
    paint: { 'line-color': ink, 'line-width': 1.5, 'line-dasharray': [2, 2] },
  })
}

function openOnClick(map: GlMap, { labels, onOpen }: MapOptions): void {
  const popup = new Popup({ closeButton: false, closeOnClick: false, offset: 12 })
  map.on('mousemove', 'incident-points', ({ features, lngLat }) => {
    map.getCanvas().style.cursor = 'pointer'
    popup.setLngLat(lngLat).setText(wordsOf(features?.[0], labels)).addTo(map)
  })
  map.on('mouseleave', 'incident-points', () => {
    map.getCanvas().style.cursor = ''
    popup.remove()
  })
  map.on('click', 'incident-points', ({ features, lngLat }) => {
    const { id, point_count: count } = features?.[0]?.properties ?? {}
    if (typeof id === 'string' && !(Number(count) > 1)) onOpen(`/incidents/${id}`)
    else map.easeTo({ center: lngLat, zoom: map.getZoom() + 2 })
  })
}

function wordsOf(feature: MapGeoJSONFeature | undefined, labels: MapOptions['labels']): string {
  const { point_count: count, act, validity } = feature?.properties ?? {}
  return Number(count) > 1
    ? labels.incidents(Number(count))
    : `${actName(String(act))} · ${validityName(String(validity))}`
}
