import { isAct } from '../model/index.ts'
import type { Contradiction, ClaimReference, Count, Origin, TimePrecision } from '../model/index.ts'
import { done, type Result } from '../base/result.ts'
import { exchangeRefused, type ExchangeFailure } from './failure.ts'
import type { ExchangedIncident } from './exchanged-incident.ts'

/** What a column holds, for formats that tell numbers from text. json: a list, written as JSON. */
export type ColumnType = 'text' | 'number' | 'json'

/** A column of the record's own table. */
export interface Column {
  readonly name: string
  /** HXL hashtag with attributes; the standard's own where it has one (hxlstandard.org, tagging conventions 1.1). */
  readonly hxl: string
  readonly type: ColumnType
}

/**
 * The record's own columns: what `truceline import --as csv` reads back, and the extra columns of others' tables. Names are never changed.
 * `speakers` and `outlets_reports` repeat what `origins` says, for people and spreadsheets.
 */
export const COLUMNS = [
  { name: 'tl_id', hxl: '#event+id', type: 'text' },
  { name: 'tl_act', hxl: '#event+type+code', type: 'text' },
  { name: 'tl_from', hxl: '#date+start', type: 'text' },
  { name: 'tl_to', hxl: '#date+end', type: 'text' },
  { name: 'tl_precision', hxl: '#date+precision', type: 'text' },
  { name: 'tl_place', hxl: '#loc+name', type: 'text' },
  { name: 'tl_lat', hxl: '#geo+lat', type: 'number' },
  { name: 'tl_lon', hxl: '#geo+lon', type: 'number' },
  { name: 'tl_radius_metres', hxl: '#geo+precision+metres', type: 'number' },
  { name: 'tl_place_source', hxl: '#geo+source', type: 'text' },
  { name: 'tl_validity', hxl: '#status+validity', type: 'text' },
  { name: 'tl_responsibility', hxl: '#status+responsibility', type: 'text' },
  { name: 'tl_killed_min', hxl: '#affected+killed+min', type: 'number' },
  { name: 'tl_killed_max', hxl: '#affected+killed+max', type: 'number' },
  { name: 'tl_injured_min', hxl: '#affected+injured+min', type: 'number' },
  { name: 'tl_injured_max', hxl: '#affected+injured+max', type: 'number' },
  { name: 'tl_actors', hxl: '#group+actor+list', type: 'json' },
  { name: 'tl_targets', hxl: '#group+target+list', type: 'json' },
  { name: 'tl_zones', hxl: '#loc+zone+list', type: 'json' },
  { name: 'tl_road', hxl: '#loc+road', type: 'text' },
  { name: 'tl_chainage_km', hxl: '#loc+road+km', type: 'number' },
  { name: 'tl_speakers', hxl: '#meta+source+name', type: 'text' },
  { name: 'tl_independent_origins', hxl: '#indicator+origins+num', type: 'number' },
  { name: 'tl_origins', hxl: '#meta+source+json', type: 'json' },
  { name: 'tl_contradictions', hxl: '#meta+contradictions+json', type: 'json' },
  { name: 'tl_claims', hxl: '#meta+claims+json', type: 'json' },
] as const satisfies readonly Column[]

export type ColumnName = (typeof COLUMNS)[number]['name']

/** A row of the record's own table: every cell as text, empty where nothing is told. */
export type Row = { readonly [N in ColumnName]: string }

const PRECISIONS: readonly string[] = ['minute', 'hour', 'day', 'week', 'month', 'year'] satisfies TimePrecision[]

/** An incident as a row. `rowToIncident` reads it back whole. */
export function incidentToRow(incident: ExchangedIncident): Row {
  const { time, place, killed, injured } = incident
  return {
    tl_id: incident.id,
    tl_act: incident.act,
    tl_from: time?.from ?? '',
    tl_to: time?.to ?? '',
    tl_precision: time?.precision ?? '',
    tl_place: place?.name ?? '',
    tl_lat: cell(place?.lat),
    tl_lon: cell(place?.lon),
    tl_radius_metres: cell(place?.radiusMetres),
    tl_place_source: place?.source ?? '',
    tl_validity: incident.validity,
    tl_responsibility: incident.responsibility,
    tl_killed_min: cell(killed?.min),
    tl_killed_max: cell(killed?.max),
    tl_injured_min: cell(injured?.min),
    tl_injured_max: cell(injured?.max),
    tl_actors: list(incident.actors),
    tl_targets: list(incident.targets),
    tl_zones: list(incident.zones),
    tl_road: incident.road ?? '',
    tl_chainage_km: cell(incident.chainageKm),
    tl_speakers: [...new Set(incident.origins.map(({ speaker }) => speaker))].join('; '),
    tl_independent_origins: String(incident.independentOrigins),
    tl_origins: list(incident.origins),
    tl_contradictions: list(incident.contradictions),
    tl_claims: list(incident.claims),
  }
}

/** Reads a row; columns that are not the record's own are passed over. Fails with `exchange-malformed`. */
export function rowToIncident(
  row: { readonly [column: string]: string | undefined },
  place: string,
): Result<ExchangedIncident, ExchangeFailure> {
  const text = (name: ColumnName): string => row[name] ?? ''
  const act = text('tl_act')
  if (!isAct(act)) return exchangeRefused(place, `tl_act ${act || 'empty'}`, 'an act of the record')
  const precision = text('tl_precision')
  if (precision !== '' && !PRECISIONS.includes(precision)) {
    return exchangeRefused(place, `tl_precision ${precision}`, PRECISIONS.join(', '))
  }
  try {
    const numberIn = (name: ColumnName) => readCell(name, text(name))
    const [lat, lon] = [numberIn('tl_lat'), numberIn('tl_lon')]
    return done({
      id: text('tl_id'),
      act,
      time:
        precision === '' ? null : { from: text('tl_from'), to: text('tl_to'), precision: precision as TimePrecision },
      place:
        lat === null || lon === null
          ? null
          : {
              name: text('tl_place'),
              lat,
              lon,
              radiusMetres: numberIn('tl_radius_metres') ?? 0,
              source: text('tl_place_source'),
            },
      validity: text('tl_validity'),
      responsibility: text('tl_responsibility'),
      killed: countOf(numberIn('tl_killed_min'), numberIn('tl_killed_max')),
      injured: countOf(numberIn('tl_injured_min'), numberIn('tl_injured_max')),
      actors: listIn('tl_actors', text('tl_actors')) as string[],
      targets: listIn('tl_targets', text('tl_targets')) as string[],
      zones: listIn('tl_zones', text('tl_zones')) as string[],
      road: text('tl_road') || null,
      chainageKm: numberIn('tl_chainage_km'),
      origins: listIn('tl_origins', text('tl_origins')) as Origin[],
      independentOrigins: numberIn('tl_independent_origins') ?? 0,
      contradictions: listIn('tl_contradictions', text('tl_contradictions')) as Contradiction[],
      claims: listIn('tl_claims', text('tl_claims')) as ClaimReference[],
    })
  } catch (cause) {
    if (!(cause instanceof CellError)) throw cause
    return exchangeRefused(place, cause.found, cause.expected)
  }
}

/** Whether a table's columns hold the record's own. */
export function hasOwnColumns(names: readonly string[]): boolean {
  return names.includes('tl_id') && names.includes('tl_act')
}

class CellError extends Error {
  readonly found: string
  readonly expected: string
  constructor(found: string, expected: string) {
    super(found)
    this.found = found
    this.expected = expected
  }
}

function cell(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

function readCell(name: string, text: string): number | null {
  if (text === '') return null
  const value = Number(text)
  if (Number.isFinite(value)) return value
  throw new CellError(`${name} ${text.slice(0, 40)}`, 'a number')
}

/** An empty list is an empty cell. */
function list(values: readonly unknown[]): string {
  return values.length === 0 ? '' : JSON.stringify(values)
}

function listIn(name: string, text: string): readonly unknown[] {
  if (text === '') return []
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return value as readonly unknown[]
  } catch {
    // told below
  }
  throw new CellError(`${name} ${text.slice(0, 40)}`, 'a list in JSON')
}

function countOf(min: number | null, max: number | null): Count | null {
  return min === null ? null : { min, max }
}
