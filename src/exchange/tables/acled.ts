import { dayInWords } from '../../base/day-words.ts'
import type { Act, TimeReference } from '../../model/index.ts'
import type { ExchangedIncident, ExportedText } from '../exchanged-incident.ts'
import type { ExchangeRules } from '../rules.ts'
import { guardCell } from './csv.ts'
import { codeByRadius, daysSpanned } from './days.ts'
import { writeOthersTable, type OthersTableOptions } from './others-table.ts'

/** Columns of an ACLED export file, in their order (ACLED codebook). */
const ACLED_COLUMNS = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'actor2',
  'assoc_actor_2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'iso',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'source_scale',
  'notes',
  'fatalities',
  'tags',
  'timestamp',
] as const
type AcledColumn = (typeof ACLED_COLUMNS)[number]

const VIOLENCE = 'Political violence'
const STRATEGIC = 'Strategic developments'
const BATTLES = 'Battles'
const EXPLOSIONS = 'Explosions/Remote violence'
const CIVILIANS = 'Violence against civilians'

/** Disorder type, event type and finer type by act. ACLED has no type for the acts that are absent here. */
const TYPES: { readonly [A in Act]?: readonly [string, string, string] } = {
  'armed-clash': [VIOLENCE, BATTLES, 'Armed clash'],
  'position-seized': [VIOLENCE, BATTLES, 'Non-state actor overtakes territory'],
  shelling: [VIOLENCE, EXPLOSIONS, 'Shelling/artillery/missile attack'],
  'air-strike': [VIOLENCE, EXPLOSIONS, 'Air/drone strike'],
  'ied-mine': [VIOLENCE, EXPLOSIONS, 'Remote explosive/landmine/IED'],
  'suicide-attack': [VIOLENCE, EXPLOSIONS, 'Suicide bomb'],
  'attack-on-patrol': [VIOLENCE, BATTLES, 'Armed clash'],
  'attack-on-civilians': [VIOLENCE, CIVILIANS, 'Attack'],
  abduction: [VIOLENCE, CIVILIANS, 'Abduction/forced disappearance'],
  'sexual-violence': [VIOLENCE, CIVILIANS, 'Sexual violence'],
  'force-on-protesters': [VIOLENCE, 'Protests', 'Excessive force against protesters'],
  'patrol-blocked': ['Demonstrations', 'Protests', 'Peaceful protest'],
  'looting-destruction': [STRATEGIC, STRATEGIC, 'Looting/property destruction'],
  'agreement-signed': [STRATEGIC, STRATEGIC, 'Agreement'],
  'agreement-refused': [STRATEGIC, STRATEGIC, 'Other'],
  'agreement-suspended': [STRATEGIC, STRATEGIC, 'Change to group/activity'],
  'local-truce': [STRATEGIC, STRATEGIC, 'Agreement'],
  'deadline-extended': [STRATEGIC, STRATEGIC, 'Other'],
  fortification: [STRATEGIC, STRATEGIC, 'Headquarters or base established'],
  'troop-movement': [STRATEGIC, STRATEGIC, 'Other'],
  recruitment: [STRATEGIC, STRATEGIC, 'Other'],
  'access-denied': [STRATEGIC, STRATEGIC, 'Other'],
  'patrol-held': [STRATEGIC, STRATEGIC, 'Other'],
  'patrol-shortened': [STRATEGIC, STRATEGIC, 'Other'],
  'joint-training': [STRATEGIC, STRATEGIC, 'Other'],
  withdrawal: [STRATEGIC, STRATEGIC, 'Non-violent transfer of territory'],
  'obstacle-cleared': [STRATEGIC, STRATEGIC, 'Disrupted weapons use'],
}

const RADIUS_STEPS = [
  ['1', 3000],
  ['2', 25_000],
  ['3', 75_000],
] as const

/**
 * Incidents in ACLED's columns. Rows that ACLED itself gave are written as it gave them. A row needs a type, a day and a place; what has
 * none is left out and listed. `fatalities` is the lowest number told, 0 where none is, as in ACLED; injured persons, origins and both
 * axes stand in our columns only.
 */
export function writeAcled(
  incidents: readonly ExchangedIncident[],
  rules: ExchangeRules,
  options: OthersTableOptions = {},
): ExportedText {
  const cellsOf = (incident: ExchangedIncident) => acledCells(incident, rules)
  return writeOthersTable({ columns: ACLED_COLUMNS, whyNot, cellsOf }, incidents, options)
}

function whyNot({ act, time, place }: ExchangedIncident): string | null {
  if (!TYPES[act]) return `ACLED has no type for ${act}`
  if (!time) return 'an event needs a day'
  if (time.precision === 'year' || daysSpanned(time) > 31) return 'an event is known to the month at least'
  return place ? null : 'an event needs a place'
}

function acledCells(incident: ExchangedIncident, { nameOf, country }: ExchangeRules): readonly string[] {
  const { act, time, place, killed, actors, targets, origins } = incident
  const [disorder = '', type = '', finer = ''] = TYPES[act] ?? []
  const [actor = '', ...otherActors] = actors.map(nameOf)
  const [target = '', ...otherTargets] = targets.map(nameOf)
  const cells: { readonly [C in AcledColumn]?: string } = {
    event_id_cnty: incident.id,
    event_date: dayInWords(time?.from ?? ''),
    year: time?.from.slice(0, 4) ?? '',
    time_precision: time ? timePrecision(time) : '',
    disorder_type: disorder,
    event_type: type,
    sub_event_type: finer,
    actor1: guardCell(actor),
    assoc_actor_1: guardCell(otherActors.join('; ')),
    actor2: guardCell(target),
    assoc_actor_2: guardCell(otherTargets.join('; ')),
    civilian_targeting: type === CIVILIANS ? 'Civilian targeting' : '',
    country,
    location: guardCell(place?.name ?? ''),
    latitude: String(place?.lat ?? ''),
    longitude: String(place?.lon ?? ''),
    geo_precision: place ? codeByRadius(place, RADIUS_STEPS) : '',
    source: guardCell([...new Set(origins.map(({ speaker }) => nameOf(speaker)))].join('; ')),
    notes: guardCell(origins.map(({ speaker, statement }) => `${nameOf(speaker)}: “${statement}”`).join(' ')),
    fatalities: String(killed?.min ?? 0),
  }
  return ACLED_COLUMNS.map((name) => cells[name] ?? '')
}

function timePrecision(time: TimeReference): string {
  const days = daysSpanned(time)
  return days === 1 ? '1' : days <= 7 ? '2' : '3'
}
