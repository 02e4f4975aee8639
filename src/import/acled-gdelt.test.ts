import { describe, expect, test } from 'vitest'
import { readJoinedRows } from './joined-table.ts'
import type { Mapping } from './mapping/mapping.ts'
import { importAll, inPieces, printTable, shippedMapping } from './tables.fixture.ts'

const acled = shippedMapping('acled')
const events = shippedMapping('gdelt-events')
const mentions = shippedMapping('gdelt-mentions')

/** An invented row in the columns of ACLED. */
function acledRow(cells: { readonly [column: string]: string } = {}): { readonly [column: string]: string } {
  return {
    event_id_cnty: 'VEL77',
    event_date: '05 March 2031',
    time_precision: '1',
    event_type: 'Explosions/Remote violence',
    sub_event_type: 'Shelling/artillery/missile attack',
    actor1: 'Military Forces of Veldria',
    actor2: '',
    country: 'Veldria',
    admin1: 'Lakeside',
    admin2: 'Osk',
    admin3: '',
    location: 'Osk',
    latitude: '12.5',
    longitude: '-45.25',
    geo_precision: '2',
    source: 'Lake Radio; Veldria Monitor',
    notes: 'On 5 March, shells fell on Osk. No one was hurt.',
    fatalities: '0',
    ...cells,
  }
}

async function acledClaim(cells: { readonly [column: string]: string } = {}) {
  const { rows, refusals } = await importAll(printTable([acledRow(cells)]), acled)
  return rows[0]?.reading.claims[0] ?? refusals[0]
}

/** A line of a table without header: the cells given by name, all others empty. */
function tabbed(mapping: Mapping, cells: { readonly [column: string]: string }): string {
  return `${mapping.table.columns?.map((name) => cells[name] ?? '').join('\t')}\n`
}

const event = {
  GLOBALEVENTID: '501',
  SQLDATE: '20310305',
  Actor1Code: 'VELMIL',
  Actor1Name: 'VELDRIA',
  Actor2Code: 'REB',
  IsRootEvent: '1',
  EventCode: '1944',
  ActionGeo_Type: '4',
  ActionGeo_FullName: 'Osk, Lakeside, "Veldria"',
  ActionGeo_Lat: '12.5',
  ActionGeo_Long: '-45.25',
  DATEADDED: '20310305121500',
  SOURCEURL: 'https://www.lakeradio.example/news/1?x=2',
}

describe('an ACLED event', () => {
  test('takes its act from the finer type and its words from the notes', async () => {
    expect(await acledClaim()).toMatchObject({
      act: 'shelling',
      confidence: 0.9,
      quote: { text: 'On 5 March, shells fell on Osk. No one was hurt.' },
      time: { from: '2031-03-05', to: '2031-03-05', precision: 'day' },
      place: { name: 'Osk', radiusMetres: 25_000 },
      target: null,
    })
  })

  test('with no deaths reported tells of no harm, and any number is the lowest', async () => {
    expect(await acledClaim()).toMatchObject({ harm: null })
    expect(await acledClaim({ fatalities: '3' })).toMatchObject({ harm: { killed: { min: 3, max: null } } })
  })

  test('that is known to the week or month spans it', async () => {
    expect(await acledClaim({ time_precision: '2' })).toMatchObject({ time: { from: '2031-03-03', to: '2031-03-09' } })
    expect(await acledClaim({ time_precision: '3' })).toMatchObject({ time: { from: '2031-03-01', to: '2031-03-31' } })
  })

  test('of a type that is newer than the mapping falls back on the coarser one', async () => {
    expect(await acledClaim({ sub_event_type: 'Balloon' })).toMatchObject({ act: 'shelling', confidence: 0.4 })
  })

  test('that is no act of the record is refused as that', async () => {
    expect(await acledClaim({ sub_event_type: 'Peaceful protest' })).toMatchObject({
      code: 'act-outside-record',
      column: 'sub_event_type',
      line: 2,
    })
  })
})

describe('a GDELT event', () => {
  test('takes the act of the longest known beginning of its code', async () => {
    const { rows } = await importAll(tabbed(events, event), events)
    expect(rows[0]?.reading.claims[0]).toMatchObject({ act: 'shelling', rule: 'import:gdelt-events:EventCode=194' })
    expect(rows[0]?.reading.report).toMatchObject({ outlet: 'lakeradio.example', published: '2031-03-05' })
  })

  test('has quotes that are only characters, and an actor by code where no name is given', async () => {
    const { rows } = await importAll(tabbed(events, event), events)
    expect(rows[0]?.reading.claims[0]).toMatchObject({
      place: { name: 'Osk, Lakeside, "Veldria"', radiusMetres: 10_000 },
      actor: { text: 'VELDRIA' },
      target: { text: 'REB' },
    })
  })

  test('that is a statement is no act of the record', async () => {
    const { refusals } = await importAll(tabbed(events, { ...event, EventCode: '010' }), events)
    expect(refusals[0]).toMatchObject({ code: 'act-outside-record', line: 1, column: 'EventCode', found: '010' })
  })

  test('of another edition, with other columns, is refused by their number', async () => {
    const { refusals } = await importAll(`${Array(58).fill('1').join('\t')}\n`, events)
    expect(refusals[0]).toMatchObject({ code: 'column-count', found: '58 cells', expected: '61' })
  })
})

describe('GDELT mentions', () => {
  const mention = {
    GLOBALEVENTID: '501',
    MentionTimeDate: '20310306101500',
    MentionSourceName: 'veldriamonitor.example',
    MentionIdentifier: 'https://veldriamonitor.example/a',
    SentenceID: '2',
    Confidence: '50',
  }

  test('are claims of their outlets about the event that they mention', async () => {
    const joined = (await readJoinedRows(inPieces(tabbed(events, event)), events, 'GLOBALEVENTID')).rows
    const { rows } = await importAll(tabbed(mentions, mention), { mapping: mentions, joined })
    expect(rows[0]?.body.row).toBe('501:20310306101500:https://veldriamonitor.example/a:2')
    expect(rows[0]?.body.columns['event.EventCode']).toBe('1944')
    expect(rows[0]?.reading.claims[0]).toMatchObject({ act: 'shelling', confidence: 0.2 })
    expect(rows[0]?.reading.report.outlet).toBe('veldriamonitor.example')
  })

  test('of an event that is not given are refused', async () => {
    const { refusals } = await importAll(tabbed(mentions, mention), mentions)
    expect(refusals[0]).toMatchObject({ code: 'join-missing', column: 'GLOBALEVENTID', found: '501' })
  })
})
