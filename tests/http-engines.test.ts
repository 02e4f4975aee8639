import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { printTable, ucdpRow } from '../src/import/tables.fixture.ts'
import { createTestApi } from '../src/http/testing.ts'
import { postgresEngine } from './engines.ts'

const PAGE = readFileSync(join(import.meta.dirname, 'fixtures', 'seed-page.txt'), 'utf8')
const postgres = await postgresEngine()

afterAll(() => postgres?.clean())

describe.skipIf(postgres === null)('the API on PostgreSQL', () => {
  it('signs people in, takes a page in, and lets of two at once one know of the other', async () => {
    const test = await createTestApi(postgres?.newLocation())
    try {
      const page = { kind: 'text', text: PAGE, published: '2020-03-16' }
      const taken = await test.ask('observer', 'POST', '/api/reports', page, { 'idempotency-key': 'a' })
      const { reports } = (await taken.json()) as { reports: string[] }
      const again = await test.ask('observer', 'POST', '/api/reports', page, { 'idempotency-key': 'a' })
      expect(await again.json()).toMatchObject({ reports, received: 1 })
      const seen = await test.ask('analyst', 'GET', `/api/reports/${reports[0]}`)
      const basis = { 'if-match': seen.headers.get('etag') ?? '' }
      const path = `/api/reports/${reports[0]}/claims/0/reviews`
      const both = await Promise.all([
        test.ask('analyst', 'POST', path, { verdict: 'confirmed', reason: 'so it says' }, basis),
        test.ask('verifier', 'POST', path, { verdict: 'rejected', reason: 'it does not' }, basis),
      ])
      expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
      const list = await test.ask('reader', 'GET', '/api/incidents?near=Saraqib&km=40&limit=2')
      expect(((await list.json()) as { items: object[] }).items).toHaveLength(2)
      expect((await test.ask('reader', 'GET', '/api/tiles/5/19/12')).status).toBe(200)
      expect(await (await test.ask('nobody', 'GET', '/api/health')).json()).toMatchObject({ engine: 'postgres' })
      const { secret } = await test.accounts.issueToken(test.idOf('reader'), 'a script', ['read'], 1)
      const headers = { authorization: `Bearer ${secret}` }
      expect((await test.ask('nobody', 'GET', '/api/incidents', undefined, headers)).status).toBe(200)
    } finally {
      await test.close()
    }
  }, 120_000)

  it('tells the record as it was known, takes a table, publishes and audits', async () => {
    const test = await createTestApi(postgres?.newLocation())
    try {
      const get = async (path: string) => (await test.ask('editor', 'GET', path)).json()
      test.setNow('2026-03-01T10:00:00Z')
      await test.ask('observer', 'POST', '/api/reports', { kind: 'text', text: PAGE, published: '2020-03-16' })
      const then = await get('/api/incidents')
      test.setNow('2026-03-02T10:00:00Z')
      const form = new FormData()
      form.set('file', new File([printTable([ucdpRow()])], 'ged.csv'))
      form.set('as', 'ucdp-ged')
      const taken = await test.ask('observer', 'POST', '/api/tables', form)
      expect(await taken.json()).toMatchObject({ tables: [{ tally: { added: 1 } }] })
      expect(await get('/api/incidents?asOf=2026-03-01')).toEqual(then)
      expect(await get('/api/incidents?asOf=2026-03-02')).toEqual(await get('/api/incidents'))
      const { sha256, seen } = (await get('/api/bulletins/draft?day=2020-03-16')) as { sha256: string; seen: number }
      const looked = { day: '2020-03-16', sha256, seen, pdf: false }
      expect((await test.ask('editor', 'POST', '/api/bulletins', looked)).status).toBe(200)
      expect(await get('/api/ledger/audit')).toMatchObject({ findings: [] })
      expect(await get('/api/ledger/cosignatures')).toEqual({ items: [] })
    } finally {
      await test.close()
    }
  }, 120_000)
})
