import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assessCase } from '../src/assess/index.ts'
import { FAR_AWAY, sampleRecord, type SampleIncident } from '../src/assess/testing/write-record.ts'
import { loadAssessmentRules, recordOfFolder } from '../src/compose/record/index.ts'

const CASE = join(import.meta.dirname, '..', 'cases', 'donbas-2015')
const rules = loadAssessmentRules(CASE)
if (!rules.ok) throw new Error(rules.failure.message)
const assess = (incident: Omit<SampleIncident, 'id'>) =>
  assessCase(
    sampleRecord([{ id: 'w1', on: '2015-04-10', published: '2015-04-11', ...incident }]),
    rules.value,
    '2015-04-11',
  ).filter(({ subject }) => subject.kind === 'incident')
const seen = (quote: string, place: SampleIncident['place'], actor = 'ua-forces') =>
  Object.fromEntries(
    assess({ place: place ?? null, claims: [{ act: 'weapon-in-zone', actor, quote, speaker: 'osce' }] }).map((it) => [
      it.obligation,
      it.rule,
    ]),
  )

/** Kramatorsk lies some 50 km from the line as drawn, Horlivka beside it. */
const KRAMATORSK = { name: 'Kramatorsk', lat: 48.7389, lon: 37.5848, radiusMetres: 3000, source: 'case:kramatorsk' }
const HORLIVKA = { name: 'Horlivka', lat: 48.3058, lon: 38.0251, radiusMetres: 3000, source: 'case:horlivka' }

describe('withdrawal by calibre', () => {
  it('measures each weapon by its own distance from the line', () => {
    expect(seen('two Tochka-U launchers were seen', KRAMATORSK)).toMatchObject({
      'p2.heavy-mlrs': 'done-by-bound',
      'p2.artillery': 'outside-zone',
      'p2.mlrs': 'outside-zone',
    })
    expect(seen('six D-30 howitzers stood', HORLIVKA, 'da')).toEqual({
      'p2.artillery': 'done-by-bound',
      'p2.mlrs': 'other-weapon',
      'p2.heavy-mlrs': 'other-weapon',
    })
  })

  it('cannot tell where the weapon is not told, and does not care far away', () => {
    expect(seen('a weapon stood', HORLIVKA)).toEqual({
      'p2.artillery': 'weapon-not-told',
      'p2.mlrs': 'weapon-not-told',
      'p2.heavy-mlrs': 'weapon-not-told',
    })
    expect(new Set(Object.values(seen('six howitzers stood', FAR_AWAY)))).toEqual(new Set(['outside-zone']))
  })

  it('asks nothing before the fourteen days were over', () => {
    expect(
      assess({
        on: '2015-02-20',
        place: HORLIVKA,
        claims: [{ act: 'weapon-in-zone', actor: 'da', quote: 'howitzers' }],
      }).map(({ rule }) => rule),
    ).toContain('before-term')
  })
})

describe('monitors’ access', () => {
  it('is denied only where the monitors are said to be kept out', () => {
    const denied = (target?: string) =>
      assess({
        place: HORLIVKA,
        claims: [{ act: 'access-denied', actor: 'da', ...(target !== undefined && { target }) }],
      })[0]?.rule
    expect([denied('osce'), denied('ua'), denied()]).toEqual(['done-by-bound', 'other-target', 'target-not-told'])
  })
})

it('reads and assesses its folder', () => {
  const record = recordOfFolder(CASE)
  expect(record.ok && assessCase(record.value, rules.value).length).toBeGreaterThan(0)
})
