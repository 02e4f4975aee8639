import type { Act } from '../../model/index.ts'
import type { ExchangedIncident, ExportedText } from '../exchanged-incident.ts'
import type { ExchangeRules } from '../rules.ts'
import { guardCell } from './csv.ts'
import { codeByRadius, daysSpanned } from './days.ts'
import { writeOthersTable, type OthersTableOptions } from './others-table.ts'

/** Columns of UCDP GED, version 17 on, in their order. */
const UCDP_COLUMNS = [
  'id',
  'year',
  'active_year',
  'type_of_violence',
  'conflict_new_id',
  'conflict_name',
  'dyad_new_id',
  'dyad_name',
  'side_a_new_id',
  'side_a',
  'side_b_new_id',
  'gwnob',
  'side_b',
  'number_of_sources',
  'source_article',
  'source_office',
  'source_date',
  'source_headline',
  'source_original',
  'where_prec',
  'where_coordinates',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'priogrid_gid',
  'country',
  'country_id',
  'region',
  'event_clarity',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'low',
  'best',
  'high',
] as const
type UcdpColumn = (typeof UCDP_COLUMNS)[number]

/** How UCDP writes that something is not told. */
const UNTOLD = 'NA'

/** Acts of force by one side against civilians: kind 3. Other acts of force are kind 1 with a state among the parties, else kind 2. */
const ONE_SIDED = new Set<Act>(['attack-on-civilians', 'abduction', 'sexual-violence', 'force-on-protesters'])
const TWO_SIDED = new Set<Act>([
  'armed-clash',
  'shelling',
  'air-strike',
  'ied-mine',
  'suicide-attack',
  'attack-on-patrol',
  'position-seized',
])
const STATE_KINDS = new Set(['state', 'force', 'ministry'])

const RADIUS_STEPS = [
  ['1', 3000],
  ['2', 25_000],
  ['3', 40_000],
  ['4', 100_000],
  ['6', 400_000],
] as const

/**
 * Incidents in UCDP GED's columns. Rows that UCDP itself gave are written as it gave them. GED holds deadly violence with a day and a
 * place; what has none is left out and listed. `low` and `high` are the lowest and highest number told, `best` is the lowest.
 */
export function writeUcdp(
  incidents: readonly ExchangedIncident[],
  rules: ExchangeRules,
  options: OthersTableOptions = {},
): ExportedText {
  const cellsOf = (incident: ExchangedIncident) => ucdpCells(incident, rules)
  return writeOthersTable({ columns: UCDP_COLUMNS, whyNot, cellsOf }, incidents, options)
}

function whyNot({ act, time, place, killed }: ExchangedIncident): string | null {
  if (!ONE_SIDED.has(act) && !TWO_SIDED.has(act)) return `UCDP has no row for ${act}: it holds deadly violence`
  if (!killed || killed.max === 0) return 'nobody is said to have been killed'
  if (!time) return 'an event needs a day'
  return place ? null : 'an event needs a place'
}

function ucdpCells(incident: ExchangedIncident, { nameOf, kindOf, country }: ExchangeRules): readonly string[] {
  const { act, time, place, killed, actors, targets, origins } = incident
  const isState = [...actors, ...targets].some((actor) => STATE_KINDS.has(kindOf(actor) ?? ''))
  const sideOf = (parties: readonly string[]) => guardCell(parties.map(nameOf).join(', ')) || UNTOLD
  const cells: { readonly [C in UcdpColumn]?: string } = {
    id: incident.id,
    year: time?.from.slice(0, 4) ?? UNTOLD,
    type_of_violence: ONE_SIDED.has(act) ? '3' : isState ? '1' : '2',
    side_a: sideOf(actors),
    side_b: ONE_SIDED.has(act) ? 'Civilians' : sideOf(targets),
    number_of_sources: String(incident.independentOrigins),
    source_headline: guardCell(origins[0]?.statement ?? '') || UNTOLD,
    source_original: guardCell([...new Set(origins.map(({ speaker }) => nameOf(speaker)))].join('; ')) || UNTOLD,
    where_prec: place ? codeByRadius(place, RADIUS_STEPS) : UNTOLD,
    where_coordinates: guardCell(place?.name ?? '') || UNTOLD,
    latitude: String(place?.lat ?? UNTOLD),
    longitude: String(place?.lon ?? UNTOLD),
    priogrid_gid: place ? String(gridCell(place.lat, place.lon)) : UNTOLD,
    country: country || UNTOLD,
    event_clarity: '1',
    date_prec: time ? datePrecision(daysSpanned(time)) : UNTOLD,
    date_start: time?.from.slice(0, 10) ?? UNTOLD,
    date_end: time?.to.slice(0, 10) ?? UNTOLD,
    deaths_unknown: String(killed?.min ?? 0),
    low: String(killed?.min ?? 0),
    best: String(killed?.min ?? 0),
    high: String(killed?.max ?? killed?.min ?? 0),
  }
  return UCDP_COLUMNS.map((name) => cells[name] ?? UNTOLD)
}

/** PRIO-GRID 2.0: cells of half a degree, counted from the south-west, row by row (Tollefsen, Strand & Buhaug 2012). */
function gridCell(lat: number, lon: number): number {
  return Math.floor((lat + 90) * 2) * 720 + Math.floor((lon + 180) * 2) + 1
}

function datePrecision(days: number): string {
  if (days === 1) return '1'
  if (days < 7) return '2'
  if (days === 7) return '3'
  return days <= 31 ? '4' : '5'
}
