import { describe, expect, it } from 'vitest'
import type { Reading } from '../model/index.ts'
import { pageSchema, readingSchema, toWire } from './index.ts'

const READING: Reading = {
  report: {
    id: 'r1',
    text: 'Rain fell.',
    title: null,
    outlet: null,
    url: null,
    published: '2020-03-16',
    language: 'en',
    dropped: [],
    body: [{ start: 0, end: 10 }],
  },
  statements: [],
  places: [],
  times: [],
  claims: [],
}

describe('the wire', () => {
  it('carries a reading without the text that the receiver holds', () => {
    expect(toWire(READING, { withText: false }).report).not.toHaveProperty('text')
    expect(toWire(READING, { withText: true }).report.text).toBe('Rain fell.')
  })

  it('keeps the form of the schema', () => {
    const wire: unknown = JSON.parse(JSON.stringify(toWire(READING, { withText: true })))
    expect(readingSchema.parse(wire)).toEqual(wire)
  })

  it('takes a page with a text or with markup, not with both or neither', () => {
    const page = { id: 'r1' }
    const isTaken = (more: object) => pageSchema.safeParse({ ...page, ...more }).success
    expect([{ text: '' }, { html: '' }, {}, { text: '', html: '' }].map(isTaken)).toEqual([true, true, false, false])
  })
})
