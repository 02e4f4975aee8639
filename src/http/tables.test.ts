import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printTable, ucdpRow } from '../import/tables.fixture.ts'
import { createTestApi, type TestApi, told, type Told } from './testing.ts'

let test: TestApi

beforeAll(async () => {
  test = await createTestApi()
}, 120_000)
afterAll(() => test?.close())

const TABLE = printTable([
  ucdpRow(),
  ucdpRow({ id: '900002', date_start: '2031-13-01' }),
  ucdpRow({ id: '900003', where_coordinates: 'Lake Osk', deaths_a: '1' }),
])

const MAPPING = `dataset: hotline
title: Violation hotline
id: [case_no]
act: { columns: [kind], codes: { mortar: { act: shelling } } }
time: { from: day }
`

function formOf(table: string, others: { readonly [name: string]: string | File } = { as: 'ucdp-ged' }): FormData {
  const form = new FormData()
  form.set('file', new File([table], 'table.csv'))
  for (const [name, value] of Object.entries(others)) form.set(name, value)
  return form
}

async function send(path: string, form: FormData, headers = {}): Promise<Told> {
  return told(await test.ask('observer', 'POST', path, form, headers))
}

async function logSize(): Promise<number> {
  const response = await test.ask('nobody', 'GET', '/api/ledger')
  return ((await response.json()) as { readonly size: number }).size
}

describe('a table over the API', () => {
  it('is looked at row by row before anything is written', async () => {
    const { status, body } = await send('/api/tables/looks', formOf(TABLE))
    expect(status).toBe(200)
    expect(body.failures).toEqual([])
    expect(body.tables).toMatchObject([
      {
        name: 'table.csv',
        mapping: { dataset: 'ucdp-ged' },
        tally: { rows: 3, added: 2, changed: 0, unchanged: 0, refused: 1 },
        codes: { 'date-unreadable': 1 },
        problems: [{ line: 3, column: 'date_start', code: 'date-unreadable', found: '2031-13-01' }],
        fault: null,
      },
    ])
    expect(body.tables[0].mapping.columns).toContain('where_coordinates')
    expect(await logSize()).toBe(0)
  })

  it('is kept as it was looked at, by the person who brought it, and not twice', async () => {
    const { body: look } = await send('/api/tables/looks', formOf(TABLE))
    const other = await send('/api/tables', formOf(`${TABLE}\n`, { as: 'ucdp-ged', looked: look.sha256 }))
    expect({ status: other.status, code: other.body.code }).toEqual({ status: 412, code: 'changed-meanwhile' })
    const form = () => formOf(TABLE, { as: 'ucdp-ged', looked: look.sha256 })
    const { body: kept } = await send('/api/tables', form())
    expect(kept).toEqual(look)
    const response = await test.ask('observer', 'GET', '/api/entries/0')
    expect(await response.json()).toMatchObject({ kind: 'import-row', by: test.idOf('observer') })
    const { body: again } = await send('/api/tables', form())
    expect(again.tables[0].tally).toEqual({ rows: 3, added: 0, changed: 0, unchanged: 2, refused: 1 })
    const incidents = await test.ask('reader', 'GET', '/api/incidents')
    expect(await incidents.json()).toMatchObject({ count: { total: 2 } })
  })

  it('tells of a row that changed in its source, and supersedes the old one', async () => {
    const changed = printTable([ucdpRow({ high: '7' })])
    const { body } = await send('/api/tables', formOf(changed))
    expect(body.tables[0].tally).toMatchObject({ added: 0, changed: 1, unchanged: 0 })
  })

  it('is read by a mapping of one’s own, which the log keeps', async () => {
    const table = 'case_no,kind,day\n7,mortar,2031-03-05\n8,noise,2031-03-05\n'
    const before = await logSize()
    const mapping = new File([MAPPING], 'hotline.yaml')
    const { body } = await send('/api/tables', formOf(table, { mapping }))
    expect(body.tables).toMatchObject([{ tally: { added: 1, refused: 1 }, codes: { 'act-unknown': 1 } }])
    expect(await logSize()).toBe(before + 2)
    const faulty = new File([MAPPING.replace('shelling', 'bombing')], 'hotline.yaml')
    const refused = await send('/api/tables/looks', formOf(table, { mapping: faulty }))
    expect(refused.body).toMatchObject({ status: 422, code: 'mapping-malformed' })
    expect(refused.body.detail).toMatch(/^hotline\.yaml:4:\d+ act\.codes\.mortar\.act: /)
  })

  it('of another form is refused as a whole, with what is missing', async () => {
    const { body } = await send('/api/tables/looks', formOf('a,b\n1,2\n'))
    expect(body.tables).toMatchObject([{ tally: { rows: 0 }, fault: { line: 1, code: 'column-missing' } }])
    const { body: features } = await send('/api/tables/looks', formOf('no JSON', { as: 'geojson' }))
    expect(features).toMatchObject({ tables: [], failures: [{ from: 'table.csv', code: 'exchange-malformed' }] })
    const both = formOf(TABLE, { as: 'ucdp-ged', mapping: new File([MAPPING], 'hotline.yaml') })
    expect((await send('/api/tables/looks', both)).body.code).toBe('request-malformed')
    expect((await send('/api/tables/looks', formOf(TABLE, {}))).body.code).toBe('request-malformed')
    expect((await send('/api/tables', formOf(TABLE, { as: 'gdelt-mentions' }))).body.code).toBe('join-missing')
  })

  it('is taken in once by its key', async () => {
    const table = printTable([ucdpRow({ id: '900010' })])
    const key = { 'idempotency-key': 'table' }
    const form = formOf(table)
    // a repeated request is the same to the byte: borders of a form are drawn by chance
    const request = new Request('http://truceline.test/', { method: 'POST', body: form })
    const bytes = await request.arrayBuffer()
    const type = request.headers.get('content-type') ?? ''
    const again = async () => {
      const { secret } = await test.accounts.issueToken(test.idOf('observer'), 'a script', ['take-in'], 1)
      const headers = { ...key, authorization: `Bearer ${secret}`, 'content-type': type }
      return test.api.fetch(
        new Request('http://truceline.test/api/tables', { method: 'POST', headers, body: bytes.slice(0) }),
      )
    }
    const first = await again()
    expect(await first.json()).toMatchObject({ tables: [{ tally: { added: 1 } }] })
    const second = await again()
    expect(second.headers.get('idempotent-replay')).toBe('true')
    expect(await second.json()).toMatchObject({ tables: [{ tally: { added: 1 } }] })
  })
})
