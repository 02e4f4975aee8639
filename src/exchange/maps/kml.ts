import { DOMParser } from '@xmldom/xmldom'
import { toKML } from '@placemarkio/tokml'
import { kml } from '@tmcw/togeojson'
import type { Feature, FeatureCollection, Point } from 'geojson'
import { done, type Result } from '../../base/result.ts'
import { ACT_WORDS } from '../../model/index.ts'
import { COLUMNS, incidentToRow } from '../columns.ts'
import type { ExchangedIncident, ExportedText, LeftOut } from '../exchanged-incident.ts'
import { exchangeRefused, type ExchangeFailure } from '../failure.ts'
import { readFeatures } from './geojson.ts'

/** What XML 1.0 has no way to write, and a carriage return, which every XML reader turns into a line feed. */
// oxlint-disable-next-line no-control-regex -- controls are what it looks for
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g
const UNPAIRED = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Incidents as KML 2.2: a named placemark each, the record's own columns as extended data. Control characters become U+FFFD. */
export function writeKml(incidents: readonly ExchangedIncident[]): ExportedText {
  const features = incidents.map((incident): Feature<Point | null> => {
    const row = incidentToRow(incident)
    const cells = COLUMNS.map(({ name }) => [name, writable(row[name])] as const)
    return {
      type: 'Feature',
      geometry: incident.place && { type: 'Point', coordinates: [incident.place.lon, incident.place.lat] },
      properties: { name: nameOf(incident), description: describe(incident), ...Object.fromEntries(cells) },
    }
  })
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${toKML({ type: 'FeatureCollection', features })}\n`
  return { text, count: incidents.length, leftOut: incidents.flatMap(unwritableParts) }
}

/** Reads what `writeKml` writes. Fails with `exchange-malformed`. */
export function readKml(text: string, place: string): Result<readonly ExchangedIncident[], ExchangeFailure> {
  const features = parseKml(text, place)
  return features.ok ? readFeatures(features.value, place) : features
}

/** The placemarks of a KML document as features. Fails with `exchange-malformed`; entities of a document type are never expanded. */
export function parseKml(text: string, place: string): Result<readonly Feature[], ExchangeFailure> {
  if (/<!DOCTYPE/i.test(text)) return exchangeRefused(place, 'a document type', 'KML without one')
  try {
    const document = new DOMParser({ onError: refuseMarkup }).parseFromString(text, 'text/xml')
    if (document.documentElement?.localName !== 'kml') {
      return exchangeRefused(place, document.documentElement?.localName ?? 'nothing', 'kml')
    }
    const collection = kml(document) as FeatureCollection
    return done(collection.features)
  } catch (cause) {
    return exchangeRefused(place, cause instanceof Error ? cause.message : String(cause), 'KML')
  }
}

function refuseMarkup(level: string, message: string): void {
  if (level !== 'warning') throw new TypeError(message)
}

function nameOf({ act, place }: ExchangedIncident): string {
  return writable(`${ACT_WORDS[act].name}${place ? `, ${place.name}` : ''}`)
}

function describe({ time, validity, responsibility, independentOrigins }: ExchangedIncident): string {
  const when = time ? (time.from === time.to ? time.from : `${time.from} to ${time.to}`) : 'time not told'
  const origins = `${independentOrigins} independent ${independentOrigins === 1 ? 'origin' : 'origins'}`
  return `${when} · ${validity} · ${responsibility} · ${origins}`
}

function writable(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd').replace(UNPAIRED, '\ufffd')
}

function unwritableParts(incident: ExchangedIncident): readonly LeftOut[] {
  const row = incidentToRow(incident)
  return COLUMNS.filter(({ name }) => writable(row[name]) !== row[name]).map(({ name }) => {
    return { incident: incident.id, what: `characters of ${name}`, why: 'XML cannot write them' }
  })
}
