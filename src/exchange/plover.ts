import type { Act } from '../model/index.ts'
import { canonicalJson } from '../base/canonical-json.ts'
import { incidentToRow } from './columns.ts'
import type { ExchangedIncident, ExportedText, LeftOut } from './exchanged-incident.ts'
import type { ExchangeRules } from './rules.ts'

/** PLOVER's categories by act (PLOVER reference, 18 categories). PLOVER has none for the acts that are absent here. */
const EVENTS: { readonly [A in Act]?: string } = {
  'armed-clash': 'ASSAULT',
  shelling: 'ASSAULT',
  'air-strike': 'ASSAULT',
  'ied-mine': 'ASSAULT',
  'suicide-attack': 'ASSAULT',
  'attack-on-patrol': 'ASSAULT',
  'attack-on-civilians': 'ASSAULT',
  abduction: 'ASSAULT',
  'sexual-violence': 'ASSAULT',
  'position-seized': 'ASSAULT',
  'force-on-protesters': 'ASSAULT',
  offensive: 'ASSAULT',
  rearm: 'MOBILIZE',
  'troop-movement': 'MOBILIZE',
  presence: 'MOBILIZE',
  'weapon-in-zone': 'MOBILIZE',
  fortification: 'MOBILIZE',
  overflight: 'MOBILIZE',
  recruitment: 'MOBILIZE',
  threat: 'THREATEN',
  'access-denied': 'COERCE',
  jamming: 'COERCE',
  'looting-destruction': 'COERCE',
  'road-cut': 'COERCE',
  'human-shield': 'COERCE',
  'patrol-blocked': 'PROTEST',
  'agreement-signed': 'AGREE',
  'agreement-refused': 'REJECT',
  'agreement-suspended': 'SANCTION',
  'ceasefire-breached': 'DISAPPROVE',
  'deadline-extended': 'CONCEDE',
  talks: 'CONSULT',
  'patrol-held': 'COOPERATE',
  'patrol-shortened': 'COOPERATE',
  'joint-training': 'COOPERATE',
  'obstacle-cleared': 'COOPERATE',
  withdrawal: 'RETREAT',
  'local-truce': 'CONCEDE',
  'release-exchange': 'CONCEDE',
  'aid-delivered': 'AID',
  'investigation-opened': 'INVESTIGATE',
}

/** What PLOVER has no room for, in any event; listed where an incident tells it. */
const UNHELD = [
  ['tl_validity', 'a PLOVER event is taken as it is reported: it has no status'],
  ['tl_responsibility', 'source and target are who is reported, not who answers'],
  ['tl_contradictions', 'an event has one version'],
  ['tl_injured_min', 'an event has no injured'],
  ['tl_radius_metres', 'a place has no radius'],
  ['tl_precision', 'a date is a day'],
] as const

/**
 * Incidents as PLOVER events, one JSON object a line: date, source, target, event, mode, location, text. An event has one day and one
 * version; whatever an incident tells beyond that is listed with its reason.
 */
export function writePlover(incidents: readonly ExchangedIncident[], rules: ExchangeRules): ExportedText {
  const leftOut: LeftOut[] = []
  const lines = incidents.flatMap((incident) => {
    const event = EVENTS[incident.act]
    if (event === undefined || !incident.time) {
      const why = event === undefined ? `PLOVER has no category for ${incident.act}` : 'an event needs a day'
      leftOut.push({ incident: incident.id, what: 'the incident', why })
      return []
    }
    leftOut.push(...unheldParts(incident))
    return [`${canonicalJson(ploverEvent(incident, event, rules))}\n`]
  })
  return { text: lines.join(''), count: lines.length, leftOut }
}

function ploverEvent(incident: ExchangedIncident, event: string, { nameOf, country }: ExchangeRules) {
  const { act, time, place, actors, targets, origins, killed } = incident
  const party = (actor: string) => ({ id: actor, name: nameOf(actor) })
  return {
    id: incident.id,
    date: time?.from.slice(0, 10) ?? '',
    event,
    mode: act,
    source: actors.map(party),
    target: targets.map(party),
    ...(place && { location: { name: place.name, latitude: place.lat, longitude: place.lon, country } }),
    ...(killed && { fatalities: killed.min }),
    reports: [...new Set(origins.flatMap(({ reports }) => reports))],
    text: origins.map(({ statement }) => statement),
  }
}

function unheldParts(incident: ExchangedIncident): readonly LeftOut[] {
  const row = incidentToRow(incident)
  const parts: LeftOut[] = UNHELD.filter(
    ([column]) => row[column] !== '' && !(column === 'tl_precision' && row[column] === 'day'),
  ).map(([column, why]) => ({ incident: incident.id, what: column, why }))
  if (incident.killed && incident.killed.max !== incident.killed.min) {
    parts.push({ incident: incident.id, what: 'tl_killed_max', why: 'an event has one number' })
  }
  return parts
}
