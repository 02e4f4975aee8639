import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi, told, type Told } from './testing.ts'

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'seed-page.txt'), 'utf8')
const OTHER = 'Shelling hit Nayrab on 2 May 2020, the Syrian Observatory for Human Rights said. Nobody was hurt.'

let test: TestApi

async function get(path: string): Promise<Told['body']> {
  return (await told(await test.ask('analyst', 'GET', path))).body
}

async function bring(text: string, published: string): Promise<void> {
  const response = await test.ask('observer', 'POST', '/api/reports', { kind: 'text', text, published })
  expect(response.status).toBe(200)
}

/** The list of the first day's end, as it was then. */
let then: { readonly items: readonly { readonly id: string }[]; readonly count: object }

beforeAll(async () => {
  test = await createTestApi()
  test.setNow('2026-03-01T10:00:00Z')
  await bring(PAGE, '2020-03-16')
  then = await get('/api/incidents?limit=200')
  test.setNow('2026-03-02T10:00:00Z')
  await bring(OTHER, '2020-05-03')
  const path = `/api/incidents/${then.items[0]?.id}`
  const seen = await test.ask('verifier', 'GET', path)
  const step = { axis: 'validity', from: 'alleged', to: 'under-verification', reason: 'seen' }
  const headers = { 'if-match': seen.headers.get('etag') ?? '' }
  expect((await test.ask('verifier', 'POST', `${path}/steps`, step, headers)).status).toBe(200)
}, 120_000)
afterAll(() => test?.close())

const FILTERS = [
  '',
  'act=shelling,air-strike',
  'near=Saraqib&km=20',
  'box=36,35,37,36.5',
  'road=m4&fromKm=10&toKm=90',
  'from=2020-03-10&to=2020-03-31',
  'actor=hts',
  'place=Nayrab',
  'origins=2',
  'status=under-verification',
]

describe('the record as it was known', () => {
  it('has the incidents of then, as they stood', async () => {
    const now = await get('/api/incidents?limit=200')
    expect(now.count.total).toBeGreaterThan(then.items.length)
    expect(now.items.filter(({ validity }: { validity: string }) => validity !== 'alleged')).toHaveLength(1)
    expect(await get('/api/incidents?limit=200&asOf=2026-03-01')).toEqual(then)
    expect((await get('/api/incidents?asOf=2026-02-28')).count.total).toBe(0)
  })

  it.each(FILTERS)('is filtered as the record of today is: %s', async (filter) => {
    const now = await get(`/api/incidents?limit=200&${filter}`)
    expect(now.count).toBeDefined()
    expect(await get(`/api/incidents?limit=200&asOf=2026-03-02&${filter}`)).toEqual(now)
    expect(await get(`/api/timeline?asOf=2026-03-02&${filter}`)).toEqual(await get(`/api/timeline?${filter}`))
  })

  it('pages by cursor', async () => {
    const ids: string[] = []
    for (let path = '/api/incidents?limit=2&asOf=2026-03-01'; path !== '';) {
      const { items, next } = await get(path)
      ids.push(...items.map(({ id }: { id: string }) => id))
      path = next === null ? '' : `/api/incidents?limit=2&asOf=2026-03-01&cursor=${next}`
    }
    expect(ids).toEqual(then.items.map(({ id }) => id))
  })

  it('opens an incident with its claims and without what came later', async () => {
    const path = `/api/incidents/${then.items[0]?.id}`
    const file = await get(`${path}?asOf=2026-03-01`)
    expect(file).toEqual({ ...(await get(path)), validity: 'alleged' })
    expect((await get(`${path}/history?asOf=2026-03-01`)).entries).toEqual([])
    expect((await get(`${path}/history?asOf=2026-03-02`)).entries).toHaveLength(1)
    expect(await get(`${path}?asOf=2026-02-28`)).toMatchObject({ code: 'not-found' })
  })

  it('is exported and assessed as of then', async () => {
    const lines = async (query: string) => {
      const response = await test.ask('reader', 'GET', `/api/export/incidents/ndjson?${query}`)
      return (await response.text()).trim().split('\n')
    }
    expect((await lines('asOf=2026-03-01')).map((line) => JSON.parse(line))).toEqual(then.items)
    const exported = await test.ask('reader', 'GET', '/api/export/incidents/csv?asOf=2026-03-01')
    expect(exported.headers.get('content-disposition')).toContain('incidents-as-of-2026-03-01.csv')
    const csv = await (await test.ask('reader', 'GET', '/api/export/incidents/csv?asOf=2026-03-02')).text()
    expect(csv).toEqual(await (await test.ask('reader', 'GET', '/api/export/incidents/csv')).text())
    const { items: before } = await get('/api/findings?asOf=2026-03-01')
    const { items: after } = await get('/api/findings')
    expect(after.length).toBeGreaterThan(before.length)
    // last days stand on the day that is asked for: their sentences tell another one
    const outcomes = (items: readonly { id: string; outcome: string }[]) =>
      items.map(({ id, outcome }) => [id, outcome])
    expect(outcomes((await get('/api/findings?asOf=2026-03-02')).items)).toEqual(outcomes(after))
    expect((await get('/api/agreement?asOf=2026-03-01')).today).toBe('2026-03-01')
  })

  it('goes by the day of publication where that is asked for', async () => {
    const { items } = await get('/api/incidents?limit=200&asOf=2020-03-31&basis=published')
    expect(items.map(({ id }: { id: string }) => id)).toEqual(then.items.map(({ id }) => id))
    expect((await get('/api/incidents?asOf=2020-03-01&basis=published')).count.total).toBe(0)
  })

  it('refuses what is no day', async () => {
    expect(await get('/api/incidents?asOf=yesterday')).toMatchObject({ code: 'request-malformed' })
    expect(await get('/api/incidents?asOf=2026-03-01&basis=rumour')).toMatchObject({ code: 'request-malformed' })
  })
})
