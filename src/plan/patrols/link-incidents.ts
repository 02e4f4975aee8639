import { parseDay } from '../../base/calendar.ts'
import type { Act, CaseRecord, Patrol, Road } from '../../model/index.ts'
import { locatePlace } from '../roads/locate-place.ts'

/** Acts that befall a patrol, or tell how it went. */
const ON_PATROL: ReadonlySet<Act> = new Set<Act>([
  'attack-on-patrol',
  'ied-mine',
  'suicide-attack',
  'patrol-blocked',
  'human-shield',
  'road-cut',
  'access-denied',
  'patrol-held',
  'patrol-shortened',
  'patrol-cancelled',
])

/** A claim without a day of its own may be of the day it was published, or of the day before. */
const DAYS_LATE = 1

/**
 * The incidents of a record that fell on a patrol, by their ids: those told of its day, of an act that befalls patrols, and not told to lie
 * anywhere but on its road.
 */
export function incidentsOn(patrol: Patrol, record: CaseRecord, roads: readonly Road[]): readonly string[] {
  const day = parseDay(patrol.on)
  if (day === null) return []
  return record.incidents.flatMap(({ incident }) => {
    const where = locatePlace(roads, incident.place)
    const elsewhere =
      where.kind === 'off'
        ? incident.place !== null && incident.place.radiusMetres < 5000
        : roadOf(where) !== patrol.road
    const told = incident.claims.some(({ report, claim }) => {
      const reading = record.readings.get(report)
      const found = reading?.claims[claim]
      if (!found || !ON_PATROL.has(found.act) || found.modality !== 'asserted') return false
      const [from, to] = [parseDay(found.time?.from ?? ''), parseDay(found.time?.to ?? '')]
      if (from !== null && to !== null) return from <= day && day <= to && to - from <= DAYS_LATE
      const published = parseDay(reading?.report.published ?? '')
      return published !== null && published >= day && published <= day + DAYS_LATE
    })
    return told && !elsewhere ? [incident.id] : []
  })
}

function roadOf(where: Exclude<ReturnType<typeof locatePlace>, { kind: 'off' }>): string {
  return where.kind === 'at' ? where.position.road : where.road
}
