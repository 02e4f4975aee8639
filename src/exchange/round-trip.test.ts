import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyIncident } from './incidents.fixture.ts'
import type { ExchangedIncident } from './exchanged-incident.ts'
import { readGeoJson, writeGeoJson } from './maps/geojson.ts'
import { readKml, writeKml } from './maps/kml.ts'
import { PLAIN_RULES } from './rules.ts'
import { writeAcled } from './tables/acled.ts'
import { readOwnTable, writeHxl } from './tables/hxl.ts'
import { writeUcdp } from './tables/ucdp.ts'
import { writePlover } from './plover.ts'

const anyIncidents = fc.array(anyIncident(), { maxLength: 6 })

describe('what is written and read back is the same', () => {
  it('as GeoJSON', () => {
    fc.assert(
      fc.property(anyIncidents, (incidents) => {
        expect(readGeoJson(writeGeoJson(incidents).text, 'test')).toEqual({ ok: true, value: incidents })
      }),
    )
  })

  it('as CSV with HXL tags', () => {
    fc.assert(
      fc.property(anyIncidents, (incidents) => {
        expect(readOwnTable(writeHxl(incidents).text, 'test')).toEqual({ ok: true, value: incidents })
      }),
    )
  })

  it('as KML, but for characters that XML cannot write, which are listed', () => {
    fc.assert(
      fc.property(anyIncidents, (incidents) => {
        const { text, leftOut } = writeKml(incidents)
        const marred = new Set(leftOut.map(({ incident }) => incident))
        const back = readKml(text, 'test')
        const whole = (all: readonly ExchangedIncident[]) => all.filter(({ id }) => !marred.has(id))
        expect(back.ok && whole(back.value)).toEqual(whole(incidents))
      }),
    )
  })

  it.each([
    ['ACLED', writeAcled],
    ['UCDP', writeUcdp],
  ])('in the columns of %s, but for incidents that it has no row for, which are listed', (_, write) => {
    fc.assert(
      fc.property(anyIncidents, (incidents) => {
        const { text, leftOut } = write(incidents, PLAIN_RULES)
        const left = new Set(leftOut.map(({ incident }) => incident))
        const held = incidents.filter(({ id }) => !left.has(id))
        expect(readOwnTable(text, 'test')).toEqual({ ok: true, value: held })
      }),
    )
  })
})

describe('PLOVER', () => {
  it('accounts for every incident: an event, or listed as left out', () => {
    fc.assert(
      fc.property(anyIncidents, (incidents) => {
        const { text, count, leftOut } = writePlover(incidents, PLAIN_RULES)
        const events = text
          .split('\n')
          .slice(0, -1)
          .map((line) => (JSON.parse(line) as { id: string }).id)
        const left = leftOut.filter(({ what }) => what === 'the incident').map(({ incident }) => incident)
        expect(events).toHaveLength(count)
        expect([...events, ...left].sort()).toEqual(incidents.map(({ id }) => id).sort())
      }),
    )
  })

  it('lists both axes, which it has no room for', () => {
    fc.assert(
      fc.property(anyIncident(), (incident) => {
        const { count, leftOut } = writePlover([incident], PLAIN_RULES)
        const what = leftOut.map((left) => left.what)
        if (count === 1) expect(what).toEqual(expect.arrayContaining(['tl_validity', 'tl_responsibility']))
      }),
    )
  })
})
