import { describe, expect, test } from 'vitest'
import { importAll, mappingOf } from '../tables.fixture.ts'
import { parseMapping } from './parse-mapping.ts'

const HOTLINE = `dataset: hotline
title: Violation hotline
id: [case_no]
act:
  columns: [kind]
  codes:
    mortar: { act: shelling, confidence: 0.8 }
    noise: null
actor: { columns: [accused], ids: { "Harrow Front": harrow-front } }
place: { name: [village], latitude: lat, longitude: lon, radiusMetres: 1000 }
time: { from: day, clock: hour, format: DD/MM/YYYY }
killed: { count: dead, atLeast: true }
sources: { speaker: caller }
`

function faultsOf(yaml: string): readonly string[] {
  const mapping = parseMapping(yaml, 'hotline.yaml')
  return mapping.ok ? [] : mapping.failure.map((fault) => fault.message)
}

describe('a mapping of one’s own', () => {
  test('turns any CSV into claims', async () => {
    const table =
      'case_no,kind,accused,village,lat,lon,day,hour,dead,caller\n' +
      '7,mortar,Harrow Front,Osk,12.5,-45.25,5/3/2031,06:40,2,Mayor of Osk\n' +
      '8,noise,,,,,5/3/2031,,,\n'
    const { rows, refusals } = await importAll(table, mappingOf(HOTLINE))
    expect(rows[0]?.reading.claims[0]).toMatchObject({
      act: 'shelling',
      confidence: 0.8,
      actor: { text: 'Harrow Front', id: 'harrow-front' },
      time: { from: '2031-03-05T06:40', to: '2031-03-05T06:40', precision: 'minute' },
      harm: { killed: { min: 2, max: null }, injured: null },
      speaker: { text: 'Mayor of Osk' },
    })
    expect(refusals[0]).toMatchObject({ code: 'act-outside-record', line: 3 })
  })

  test('is refused on the line of a member that nobody knows', () => {
    expect(faultsOf(HOTLINE.replace('killed:', 'kiled:'))).toEqual([
      'hotline.yaml:12:1 kiled: found the member ‘kiled’, expected none of that name',
    ])
  })

  test('is refused on the line of a wrong value, all faults at once', () => {
    const faults = faultsOf(
      HOTLINE.replace('act: shelling', 'act: bombing').replace('0.8', '8').replace('DD/MM', 'D/M'),
    )
    expect(faults.map((fault) => fault.slice(0, fault.indexOf(': ')))).toEqual([
      'hotline.yaml:7:15 act.codes.mortar.act',
      'hotline.yaml:7:29 act.codes.mortar.confidence',
      'hotline.yaml:11:33 time.format',
    ])
  })

  test('is refused where it begins if a member is missing', () => {
    expect(faultsOf(HOTLINE.replace(/id: .*\n/, ''))[0]).toMatch(/^hotline\.yaml:1:1 id: /)
  })

  test('is refused for a radius told twice or not at all', () => {
    expect(faultsOf(HOTLINE.replace(', radiusMetres: 1000', ''))).toEqual([
      'hotline.yaml:10:1 place: found members, expected one of radiusMetres, radiusByCode and radiusColumn',
    ])
  })

  test('that is no YAML, no mapping or a bomb of aliases is refused without throwing', () => {
    expect(faultsOf('a: [')[0]).toMatch(/^hotline\.yaml:\d+:\d+: /)
    expect(faultsOf('')[0]).toMatch(/^hotline\.yaml:1:1: /)
    const bomb = Array.from({ length: 12 }, (_, i) => `x${i}: &x${i} [${i ? `*x${i - 1},`.repeat(12) : '1'}]`).join(
      '\n',
    )
    expect(faultsOf(bomb)[0]).toMatch(/^hotline\.yaml:1:1/)
  })
})
