import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyIncident } from '../../exchange/incidents.fixture.ts'
import { featureToColumns, rowToIncident, toFeatures } from '../../exchange/index.ts'
import { readGeoPackage, writeGeoPackage } from './geopackage.ts'

describe('a GeoPackage', () => {
  it('gives the incidents back that were written into it', async () => {
    const incidents = fc.sample(anyIncident(), { numRuns: 200, seed: 7 })
    // SQLite ends a text at a zero byte.
    const writable = incidents.filter((incident) => !JSON.stringify(incident).includes('\\u0000'))
    const features = await readGeoPackage(await writeGeoPackage(toFeatures(writable, 'text')), 'test')
    const back = features.ok
      ? features.value.map((feature) => {
          const incident = rowToIncident(featureToColumns(feature), 'test')
          return incident.ok ? incident.value : incident.failure
        })
      : features.failure
    expect(back).toEqual(writable)
  })

  it('that is none is refused', async () => {
    const read = await readGeoPackage(Buffer.from('no database'), 'test')
    expect(read).toMatchObject({ ok: false, failure: { code: 'exchange-malformed' } })
  })
})
