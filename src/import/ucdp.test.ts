import { describe, expect, test } from 'vitest'
import { importAll, printTable, shippedMapping, ucdpRow } from './tables.fixture.ts'

const ucdp = shippedMapping('ucdp-ged')

async function claimOf(cells: { readonly [column: string]: string } = {}) {
  const { rows, refusals } = await importAll(printTable([ucdpRow(cells)]), ucdp)
  const reading = rows[0]?.reading
  const claim = reading?.claims[0]
  if (!reading || !claim) throw new Error(refusals[0]?.message ?? 'no row')
  return { reading, claim }
}

async function refusalOf(cells: { readonly [column: string]: string }) {
  const { rows, refusals } = await importAll(printTable([ucdpRow({ id: '1' }), ucdpRow(cells)]), ucdp)
  expect(rows.length + refusals.length).toBe(2)
  return refusals[0]
}

describe('a UCDP event', () => {
  test('keeps every cell verbatim in its entry', async () => {
    const { rows } = await importAll(printTable([ucdpRow({ adm_1: '  Lakeside\nprovince ' })]), ucdp)
    expect(rows[0]?.body).toEqual({
      source: 'ucdp-ged',
      row: '900001',
      columns: ucdpRow({ adm_1: '  Lakeside\nprovince ' }),
    })
  })

  test('is told by its original source and relayed by the first outlet that is another', async () => {
    const { claim, reading } = await claimOf()
    expect(claim.speaker).toMatchObject({ text: 'Veldrian Observatory', kind: 'named' })
    expect(claim.via?.text).toBe('Veldria Monitor')
    expect(reading.report.outlet).toBe('Veldria Monitor; Lake Radio')
  })

  test('is told by its outlet where no original source is known', async () => {
    const { claim, reading } = await claimOf({ source_original: 'NA', source_office: 'Lake Radio;Lake Radio' })
    expect(claim).toMatchObject({ speaker: null, via: null, statement: null })
    expect(reading.report.outlet).toBe('Lake Radio')
    expect(reading.statements[0]?.manner).toBe('own-voice')
  })

  test('knows sources without a name', async () => {
    const { claim } = await claimOf({ source_original: 'local residents' })
    expect(claim.speaker?.kind).toBe('unnamed')
  })

  test('is published on the first of its sources’ days, no-date marks passed over', async () => {
    const { reading } = await claimOf({ source_date: '2031-04-03;1753-01-01;2031-04-02' })
    expect(reading.report.published).toBe('2031-04-02')
  })

  test.each([
    ['1', 'armed-clash', 0.4],
    ['2', 'armed-clash', 0.5],
    ['3', 'attack-on-civilians', 0.7],
  ])('of kind %s claims no more than %s', async (kind, act, confidence) => {
    const { claim } = await claimOf({ type_of_violence: kind })
    expect(claim).toMatchObject({ act, confidence, rule: `import:ucdp-ged:type_of_violence=${kind}` })
  })

  test('is less certain where it sums up several events', async () => {
    const { claim } = await claimOf({ event_clarity: '2' })
    expect(claim.confidence).toBe(0.28)
  })

  test('has deaths from the low to the high estimate', async () => {
    const { claim } = await claimOf()
    expect(claim.harm).toEqual({ killed: { min: 2, max: 5 }, injured: null })
  })

  test('has a range that spans all estimates where low is above high', async () => {
    const { claim } = await claimOf({ low: '7', best: '4', high: '6' })
    expect(claim.harm?.killed).toEqual({ min: 4, max: 7 })
  })

  test.each([
    ['1', 3000],
    ['2', 25_000],
    ['6', 400_000],
  ])('with where_prec %s may have been %i metres off', async (code, radiusMetres) => {
    const { claim } = await claimOf({ where_prec: code })
    expect(claim.place).toMatchObject({ name: 'Osk village', lat: 12.5, lon: -45.25, radiusMetres })
  })

  test('keeps the range of days and how finely they are told', async () => {
    const { claim } = await claimOf({ date_prec: '4', date_end: '2031-04-30' })
    expect(claim.time).toMatchObject({ from: '2031-04-01', to: '2031-04-30', precision: 'month' })
  })

  test('of a newer edition, with times of day in its dates, reads the same', async () => {
    const { claim } = await claimOf({ date_start: '2031-04-01 00:00:00.000', date_end: '2031-04-02 00:00:00.000' })
    expect(claim.time).toMatchObject({ from: '2031-04-01', to: '2031-04-02' })
  })

  test('points with every span at its cell', async () => {
    const { claim, reading } = await claimOf()
    const spans = [claim.quote, claim.speaker, claim.via, claim.actor, claim.target, claim.place, claim.time]
    for (const span of spans) expect(reading.report.text.slice(span?.start, span?.end)).toBe(span?.text)
    expect([claim.actor?.text, claim.target?.text]).toEqual(['Government of Veldria', 'Harrow Front'])
  })
})

describe('a UCDP event is refused with line, column, what was found and what was expected', () => {
  test.each([
    ['id-missing', 'id', { id: ' ' }],
    ['row-repeated', 'id', { id: '1' }],
    ['act-unknown', 'type_of_violence', { type_of_violence: '9' }],
    ['date-unreadable', 'date_start', { date_start: '2031-02-30' }],
    ['date-order', 'date_end', { date_end: '2031-03-31' }],
    ['code-unknown', 'date_prec', { date_prec: '12' }],
    ['code-unknown', 'where_prec', { where_prec: '' }],
    ['code-unknown', 'event_clarity', { event_clarity: '5' }],
    ['coordinate-unreadable', 'latitude', { latitude: '91' }],
    ['coordinate-unreadable', 'longitude', { longitude: '36,5' }],
    ['number-unreadable', 'high', { high: '-1' }],
    ['number-unreadable', 'best', { best: 'some' }],
  ])('%s in %s', async (code, column, cells) => {
    expect(await refusalOf(cells)).toMatchObject({ code, column, line: 3 })
  })

  test('in one sentence', async () => {
    const refusal = await refusalOf({ latitude: '91' })
    expect(refusal?.message).toBe('line 3, column latitude: found 91, expected degrees from -90 to 90')
  })

  test('and a file that lacks a column is refused as a whole', async () => {
    const { best: _, ...lacking } = ucdpRow()
    const { rows, fault } = await importAll(printTable([lacking]), ucdp)
    expect(rows).toEqual([])
    expect(fault).toMatchObject({ code: 'column-missing', column: 'best', line: 1 })
  })
})
