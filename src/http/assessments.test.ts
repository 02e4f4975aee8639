import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_CASE } from '../compose/index.ts'
import { printTable, ucdpRow } from '../import/tables.fixture.ts'
import { createTestApi, type TestApi, type Who } from './testing.ts'

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'seed-page.txt'), 'utf8')
const AGREEMENT = readFileSync(join(DEFAULT_CASE, 'agreement.yaml'), 'utf8')

let test: TestApi

// oxlint-disable-next-line typescript/no-explicit-any -- what comes over the wire is looked at member by member
async function ask(who: Who, method: string, path: string, body?: object): Promise<any> {
  const response = await test.ask(who, method, path, body)
  return response.json()
}

beforeAll(async () => {
  test = await createTestApi()
  test.setNow('2026-03-01T10:00:00Z')
  await ask('observer', 'POST', '/api/reports', { kind: 'text', text: PAGE, published: '2020-03-16' })
  test.setNow('2026-03-02T10:00:00Z')
  const text = 'Shelling hit Nayrab on 2 May 2020, the Syrian Observatory for Human Rights said.'
  await ask('observer', 'POST', '/api/reports', { kind: 'text', text, published: '2020-05-03' })
}, 120_000)
afterAll(() => test?.close())

describe('reading without keeping', () => {
  const facts = { published: '2020-03-16', outlet: 'Example News' }

  it('tells each claim in its place, of text, HTML and files, and keeps nothing', async () => {
    const before = await ask('nobody', 'GET', '/api/ledger')
    const reading = await ask('observer', 'POST', '/api/readings', { kind: 'text', text: PAGE, ...facts })
    expect(reading.claims).toHaveLength(13)
    for (const { quote } of reading.claims) expect(reading.report.text.slice(quote.start, quote.end)).toBe(quote.text)
    const html = `<article><p>${PAGE.replaceAll('\n\n', '</p><p>')}</p></article>`
    expect((await ask('observer', 'POST', '/api/readings', { kind: 'html', html, ...facts })).claims).not.toEqual([])
    const form = new FormData()
    form.set('file', new File([PAGE], 'page.txt'))
    form.set('published', '2020-03-16')
    expect((await ask('observer', 'POST', '/api/readings', form)).claims).toHaveLength(13)
    expect(await ask('nobody', 'GET', '/api/ledger')).toEqual(before)
  })

  it('refuses with the codes of reading', async () => {
    const french = { kind: 'text', text: 'Le ministère de la défense a annoncé que la patrouille a été interrompue.' }
    expect(await ask('observer', 'POST', '/api/readings', french)).toMatchObject({ code: 'unknown-language' })
    const nothing = await ask('observer', 'POST', '/api/readings', {})
    expect(nothing).toMatchObject({
      code: 'request-malformed',
      detail: 'json.kind: found nothing, expected text, html',
    })
  })
})

describe('an agreement’s file over the API', () => {
  it('is sound, or every fault is told with its line', async () => {
    const check = (yaml: string) => ask('editor', 'POST', '/api/agreement/checks', { yaml, name: 'draft.yaml' })
    expect(await check(AGREEMENT)).toMatchObject({ sound: true, faults: [], holds: { zones: expect.any(Number) } })
    const line = AGREEMENT.split('\n').findIndex((text) => text.startsWith('title:')) + 1
    const { sound, faults, holds } = await check(AGREEMENT.replace(/^title:.*$/m, 'title: 12'))
    expect({ sound, holds }).toEqual({ sound: false, holds: null })
    expect(faults).toMatchObject([{ line, member: 'title', message: expect.stringMatching(`^draft\\.yaml:${line}:`) }])
    expect((await check('a: [')).faults[0].message).toMatch(/^draft\.yaml:\d+:\d+: found no YAML/)
  })
})

describe('the record in figures over the API', () => {
  it('tells which findings changed between two days, and why', async () => {
    const { items, to } = await ask('reader', 'GET', '/api/findings/changes?from=2026-03-01')
    expect(to).toBeNull()
    const added = items.filter(({ change }: { change: string }) => change === 'new')
    expect(added.length).toBeGreaterThan(0)
    expect(added[0].why[0]).toMatch(/claims came in/)
    expect(added[0].after.sentence).toContain('Clause')
    const same = await ask('reader', 'GET', '/api/findings/changes?from=2026-03-02&to=2026-03-02')
    expect(same.items).toEqual([])
    const one = await ask('reader', 'GET', `/api/findings?id=${encodeURIComponent(added[0].id)}`)
    expect(one.items.map(({ id }: { id: string }) => id)).toEqual([added[0].id])
  })

  it('counts how each obligation holds, now and then', async () => {
    const { items: obligations } = await ask('reader', 'GET', '/api/status')
    const ban = obligations.find(({ kind }: { kind: string }) => kind === 'ban')
    expect(ban).toMatchObject({ quietDays: expect.any(Number), trend: expect.any(Object) })
    expect(ban.days.length).toBeGreaterThan(0)
    const { today } = await ask('reader', 'GET', '/api/status?asOf=2026-03-01')
    expect(today).toBe('2026-03-01')
  })

  it('keeps the sides apart, day by day', async () => {
    const { all, days } = await ask('reader', 'GET', '/api/sides')
    expect(all.map(({ side }: { side: string }) => side)).toEqual(['ru', 'tr'])
    const reported = days.flatMap(({ sides }: { sides: { reported: string[] }[] }) => sides[0]?.reported ?? [])
    expect(reported).toHaveLength(all[0].reported.length)
  })

  it('tells the patrols as they were known', async () => {
    const now = await ask('reader', 'GET', '/api/patrols')
    expect(await ask('reader', 'GET', '/api/patrols?asOf=2026-03-02')).toEqual(now)
    expect((await ask('reader', 'GET', '/api/patrols?asOf=2026-02-28')).patrols).toEqual([])
  })

  it('counts what there is of each kind', async () => {
    const incidents = await ask('reader', 'GET', '/api/incidents?limit=1')
    expect(await ask('observer', 'GET', '/api/case/status')).toMatchObject({
      reports: 2,
      behind: 0,
      incidents: incidents.count.total,
      witnesses: [],
    })
  })

  it('exports a table’s rows again, with our columns or theirs alone', async () => {
    const form = new FormData()
    form.set('file', new File([printTable([ucdpRow({ conflict_name: 'As they name it' })])], 'ged.csv'))
    form.set('as', 'ucdp-ged')
    await ask('observer', 'POST', '/api/tables', form)
    const csv = async (query: string) =>
      (await test.ask('reader', 'GET', `/api/export/incidents/ucdp-ged?${query}`)).text()
    expect(await csv('')).toContain('As they name it')
    expect(await csv('')).toContain('tl_id')
    expect(await csv('columns=theirs')).not.toContain('tl_id')
    expect(await csv('asOf=2026-03-01')).not.toContain('As they name it')
  })
})
