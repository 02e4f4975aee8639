import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSubmissions } from './submissions.ts'

describe('submissions of a form', () => {
  const kobo = {
    count: 1,
    results: [
      {
        _uuid: 'u-1',
        _submitted_by: 'observer7',
        incident: { act: 'shelling', enumerator_name: 'A. B.' },
        _geolocation: [35.87, 36.72],
      },
    ],
  }
  const central = {
    value: [
      {
        __id: 'uuid:2',
        __system: { submitterName: 'C. D.', submissionDate: '2020-03-16T10:00:00Z' },
        incident: { act: 'shelling', point: { type: 'Point', coordinates: [36.72, 35.87, 300] } },
      },
    ],
  }

  it('of Kobo and of ODK Central come out alike', () => {
    for (const form of [kobo, central]) {
      const read = readSubmissions(JSON.stringify(form), 'test')
      expect(read).toMatchObject({
        ok: true,
        value: [{ columns: { 'incident/act': 'shelling', lat: '35.87', lon: '36.72' } }],
      })
    }
  })

  it('keep who sent them apart from what they say', () => {
    const read = readSubmissions(JSON.stringify(kobo), 'test')
    expect(read.ok && read.value[0]?.identity).toEqual({
      _submitted_by: 'observer7',
      'incident/enumerator_name': 'A. B.',
    })
    expect(read.ok && JSON.stringify(read.value[0]?.columns)).not.toMatch(/observer7|A\. B\./)
  })

  it('never throw, whatever the document is', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => void readSubmissions(text, 'test')))
  })
})
