import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64 } from '../base/base64.ts'
import { verifyInclusion } from '../ledger/merkle/index.ts'
import { verifyBundle } from '../ledger/index.ts'
import {
  createSignerKey,
  formatVerifierKey,
  openCheckpoint,
  parseVerifierKey,
  verifierOf,
} from '../ledger/notes/index.ts'
import { createTestApi, type TestApi, type Who, told, type Told } from './testing.ts'

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'seed-page.txt'), 'utf8')

let test: TestApi
let report = ''

/** Asks and reads the JSON of the answer. */
async function ask(who: Who, method: string, path: string, body?: object, headers = {}): Promise<Told> {
  return told(await test.ask(who, method, path, body, headers))
}

beforeAll(async () => {
  test = await createTestApi()
  const taken = await ask('observer', 'POST', '/api/reports', {
    kind: 'text',
    text: PAGE,
    outlet: 'Example News',
    published: '2020-03-16',
  })
  report = taken.body.reports[0]
}, 120_000)
afterAll(() => test?.close())

describe('reports over the API', () => {
  it('are taken in as text, with who brought them in the entry', async () => {
    const { body } = await ask('observer', 'GET', `/api/reports/${report}`)
    expect(body.reading.report).toMatchObject({ outlet: 'Example News', published: '2020-03-16' })
    expect(body.history).toMatchObject([
      { index: 0, kind: 'report-received', by: test.idOf('observer'), sealed: ['page'] },
    ])
    const { text } = body.reading.report
    for (const { quote } of body.reading.claims) expect(text.slice(quote.start, quote.end)).toBe(quote.text)
    expect(body.incidents.length).toBeGreaterThan(0)
  })

  it('are taken in as a file; one that is no page is told with its code', async () => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array([0, 1, 2, 3, 255, 254, 0, 7])], 'noise.bin'))
    const { status, body } = await ask('observer', 'POST', '/api/reports', form)
    expect(status).toBe(200)
    expect(body).toMatchObject({ failed: 1, reports: [], failures: [{ from: 'file:noise.bin' }] })
    expect(body.failures[0].code).toMatch(/not-a-page|unreadable-encoding/)
  })

  it('are taken out of a file of several, each with its own facts', async () => {
    const line = (id: string, text: string) => JSON.stringify({ id, text, published: '2020-03-20', outlet: 'Lines' })
    const lines = [line('l1', `${PAGE}\nLine one.`), 'nonsense', line('l2', `${PAGE}\nLine two.`)].join('\n')
    const mail = `From: Press <press@ministry.example>\r\nSubject: Patrol\r\nDate: Mon, 16 Mar 2020 10:00:00 +0300\r\n\r\nThe patrol was cut short, the ministry said.\r\n`
    const send = async (name: string, content: string) => {
      const form = new FormData()
      form.set('file', new File([content], name))
      return (await ask('observer', 'POST', '/api/reports', form)).body
    }
    const taken = await send('reports.ndjson', lines)
    expect(taken).toMatchObject({ received: 2, failed: 1, failures: [{ code: 'line-malformed' }] })
    expect(taken.failures[0].from).toBe('file:reports.ndjson#line 2')
    expect(taken.reports).toHaveLength(2)
    const { body } = await ask('observer', 'GET', `/api/reports/${taken.reports[0]}`)
    expect(body.reading.report).toMatchObject({ outlet: 'Lines', published: '2020-03-20' })
    expect(await send('letter.eml', mail)).toMatchObject({ received: 1, reports: [expect.any(String)] })
    expect(await send('broken.zip', 'no archive')).toMatchObject({ failures: [{ code: 'archive-malformed' }] })
  })

  it('are not fetched from private addresses', async () => {
    const { body } = await ask('observer', 'POST', '/api/reports', { kind: 'address', url: 'http://127.0.0.1:1/' })
    expect(body).toMatchObject({ failed: 1, failures: [{ code: 'address-private' }] })
  })

  it('keep the markup of a page as text', async () => {
    const text =
      'ANKARA — <script>alert(1)</script> The army shelled Saraqib on Monday, the ministry said, and the town was hit twice.'
    const { body } = await ask('observer', 'POST', '/api/reports', { kind: 'text', text, published: '2020-03-16' })
    const response = await test.ask('observer', 'GET', `/api/reports/${body.reports[0]}`)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('may be 10 MiB and no more', async () => {
    const text = 'x'.repeat(11 * 1024 * 1024)
    const { status, body } = await ask('observer', 'POST', '/api/reports', { kind: 'text', text })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'request-malformed' })
    const form = new FormData()
    form.set('file', new File(['y'.repeat(22 * 1024 * 1024)], 'large.txt'))
    expect((await ask('observer', 'POST', '/api/reports', form)).body.code).toBe('body-too-large')
  })
})

describe('incidents over the API', () => {
  it('page by cursor, each once', async () => {
    const { body: whole } = await ask('reader', 'GET', '/api/incidents?limit=200')
    const ids: string[] = []
    for (let path = '/api/incidents?limit=3'; path !== '';) {
      const { body } = await ask('reader', 'GET', path)
      ids.push(...body.items.map(({ id }: { id: string }) => id))
      path = body.next === null ? '' : `/api/incidents?limit=3&cursor=${body.next}`
    }
    expect(ids).toEqual(whole.items.map(({ id }: { id: string }) => id))
    expect(ids).toHaveLength(whole.count.total)
  })

  it('are filtered alike in list, timeline and export', async () => {
    const { body: all } = await ask('reader', 'GET', '/api/incidents?limit=200')
    const act = all.items[0].act
    const { body } = await ask('reader', 'GET', `/api/incidents?limit=200&act=${act}`)
    expect(body.items).toEqual(all.items.filter((item: { act: string }) => item.act === act))
    const exported = await test.ask('reader', 'GET', `/api/export/incidents/ndjson?act=${act}`)
    const lines = (await exported.text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(body.items)
    const { body: bars } = await ask('reader', 'GET', `/api/timeline?act=${act}&step=month`)
    const dated = body.items.filter(({ time }: { time: object | null }) => time !== null)
    expect(bars.reduce((sum: number, bar: { incidents: number }) => sum + bar.incidents, 0)).toBe(dated.length)
  })

  it('refuse malformed filters, unknown places and foreign cursors with codes', async () => {
    const codes = await Promise.all(
      ['?act=nonsense', '?from=2020-02-31', '?near=Atlantis', '?cursor=abc', '?limit=0'].map(async (query) => {
        const { status, body } = await ask('reader', 'GET', `/api/incidents${query}`)
        return `${status} ${body.code}`
      }),
    )
    expect(codes).toEqual([
      '400 request-malformed',
      '400 request-malformed',
      '422 place-unknown',
      '400 cursor-malformed',
      '400 request-malformed',
    ])
  })

  it('answer 304 until the record changes', async () => {
    const first = await ask('reader', 'GET', '/api/incidents')
    const tag = first.headers.get('etag') ?? ''
    expect((await ask('reader', 'GET', '/api/incidents', undefined, { 'if-none-match': tag })).status).toBe(304)
    await ask('observer', 'POST', '/api/reports', { kind: 'text', text: `${PAGE}\nMore.`, published: '2020-03-17' })
    expect((await ask('reader', 'GET', '/api/incidents', undefined, { 'if-none-match': tag })).status).toBe(200)
  })

  it('are drawn in tiles, clustered from afar', async () => {
    const response = await test.ask('reader', 'GET', '/api/tiles/5/19/12')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.includes('incidents')).toBe(true)
    expect((await test.ask('reader', 'GET', '/api/tiles/5/0/0')).status).toBe(204)
  })

  it('are exported in the formats of the field', async () => {
    const { body: page } = await ask('reader', 'GET', '/api/incidents?limit=1')
    const get = async (format: string) => test.ask('reader', 'GET', `/api/export/incidents/${format}`)
    const csv = await (await get('csv')).text()
    expect(csv.split('\n')[1]).toMatch(/#/)
    const { features } = JSON.parse(await (await get('geojson')).text()) as { features: object[] }
    expect(features).toHaveLength(page.count.total)
    for (const format of ['kml', 'acled', 'ucdp-ged', 'plover']) expect((await get(format)).status).toBe(200)
    expect((await get('xlsx')).status).toBe(400)
  })
})

describe('decisions over the API', () => {
  it('say what they are based on', async () => {
    const { status, body } = await ask('analyst', 'POST', `/api/reports/${report}/claims/0/reviews`, {
      verdict: 'confirmed',
      reason: 'read it again',
    })
    expect({ status, code: body.code }).toEqual({ status: 428, code: 'basis-missing' })
  })

  it('of two people at once on one claim, let one know of the other', async () => {
    const { headers } = await ask('analyst', 'GET', `/api/reports/${report}`)
    const basis = { 'if-match': headers.get('etag') ?? '' }
    const path = `/api/reports/${report}/claims/0/reviews`
    const both = await Promise.all([
      ask('analyst', 'POST', path, { verdict: 'confirmed', reason: 'it says so' }, basis),
      ask('verifier', 'POST', path, { verdict: 'rejected', reason: 'it does not' }, basis),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
    expect(both.find(({ status }) => status === 412)?.body.code).toBe('changed-meanwhile')
    const { body } = await ask('analyst', 'GET', `/api/reports/${report}`)
    expect(body.history.filter(({ kind }: { kind: string }) => kind === 'review')).toHaveLength(1)
  })

  it('amend a claim, and its incident with it', async () => {
    const { headers, body } = await ask('analyst', 'GET', `/api/reports/${report}`)
    const claim = body.incidents[0].claim
    const { status } = await ask(
      'analyst',
      'POST',
      `/api/reports/${report}/claims/${claim}/reviews`,
      { verdict: 'amended', amendment: { act: 'overflight' }, reason: 'a drone that watched, no strike' },
      { 'if-match': headers.get('etag') ?? '' },
    )
    expect(status).toBe(200)
    const { body: page } = await ask('reader', 'GET', '/api/incidents?act=overflight')
    expect(page.count.total).toBeGreaterThan(0)
  })

  it('amend whatever a claim tells, and refuse words that the report does not have', async () => {
    const text = 'Shelling hit a market in Ariha on 7 July 2021, Anadolu reported, citing residents.'
    const { body: brought } = await ask('observer', 'POST', '/api/reports', {
      kind: 'text',
      text,
      published: '2021-07-08',
    })
    const path = `/api/reports/${brought.reports[0]}`
    const amend = async (amendment: object) => {
      const { headers } = await ask('analyst', 'GET', path)
      const review = { verdict: 'amended', amendment, reason: 'told otherwise' }
      return ask('analyst', 'POST', `${path}/claims/0/reviews`, review, { 'if-match': headers.get('etag') ?? '' })
    }
    const place = { name: 'Saraqib', lat: 35.86, lon: 36.81, radiusMetres: 3000, source: 'case:saraqib' }
    const time = { from: '2021-07-06T21:00', to: '2021-07-07T03:00', precision: 'hour' }
    const harm = { killed: { min: 2, max: null }, injured: { min: 4, max: 6 } }
    const people = { speaker: 'tr', via: 'Anadolu', actor: 'sy-army', target: 'sna' }
    const whole = { act: 'air-strike', modality: 'denied', ...people, place, time, harm }
    expect((await amend(whole)).status).toBe(200)
    expect((await amend({ via: 'Reuters' })).body.code).toBe('amendment-malformed')
    expect((await amend({ weapon: 'drone' })).body.code).toBe('request-malformed')
    const { body: file } = await ask('analyst', 'GET', path)
    const { amended } = file.history.at(-1).body
    const at = text.indexOf('Anadolu')
    expect(amended).toMatchObject({
      act: 'air-strike',
      modality: 'denied',
      speaker: { actor: 'tr' },
      via: { text: 'Anadolu', start: at, end: at + 7 },
      actor: { id: 'sy-army' },
      target: { id: 'sna' },
      place,
      time,
      harm,
    })
    const { body: incident } = await ask('reader', 'GET', `/api/incidents/${file.incidents[0].incident}`)
    expect(incident).toMatchObject({ act: 'air-strike', place: { name: 'Saraqib' } })
  })

  it('verify with two people, and let neither step twice nor on what has moved', async () => {
    const { body: page } = await ask('reader', 'GET', '/api/incidents?limit=1')
    const path = `/api/incidents/${page.items[0].id}`
    const step = async (who: Who, from: string, to: string) => {
      const { headers } = await ask(who, 'GET', path)
      const body = { axis: 'validity', from, to, reason: 'seen' }
      return ask(who, 'POST', `${path}/steps`, body, { 'if-match': headers.get('etag') ?? '' })
    }
    expect((await step('verifier', 'alleged', 'under-verification')).status).toBe(200)
    expect((await step('second', 'alleged', 'under-verification')).body.code).toBe('step-out-of-date')
    expect((await step('verifier', 'under-verification', 'verified')).body.standing.validity).toMatchObject({
      state: 'under-verification',
      proposed: { state: 'verified', by: test.idOf('verifier') },
    })
    expect((await step('verifier', 'under-verification', 'verified')).status).toBe(409)
    const seconded = await step('second', 'under-verification', 'verified')
    expect(seconded.body.standing.validity).toEqual({ state: 'verified', proposed: null })
    const { body: history } = await ask('analyst', 'GET', `${path}/history`)
    expect(history.entries.filter(({ kind }: { kind: string }) => kind === 'verification-step')).toHaveLength(3)
    expect((await ask('reader', 'GET', path)).body.validity).toBe('verified')
  })

  it('join incidents and part them again; every id that one ever had leads to where it is now', async () => {
    const bring = async (text: string, published: string) => {
      const { body } = await ask('observer', 'POST', '/api/reports', { kind: 'text', text, published })
      const { body: file } = await ask('observer', 'GET', `/api/reports/${body.reports[0]}`)
      return { report: body.reports[0] as string, claim: 0, incident: file.incidents[0].incident as string }
    }
    const early = await bring('The army shelled Binnish on 2 May 2021, the town council said.', '2021-05-02')
    const late = await bring('The army shelled Taftanaz on 9 May 2021, the governor said.', '2021-05-09')
    expect(early.incident).not.toBe(late.incident)
    const { body: head } = await ask('nobody', 'GET', '/api/ledger')
    const joined = { incidents: [early.incident, late.incident], reason: 'one shelling, dated twice', seen: head.size }
    expect((await ask('analyst', 'POST', '/api/merges', joined)).status).toBe(200)

    const { body: one, headers } = await ask('reader', 'GET', `/api/incidents/${late.incident}`)
    expect([one.id, one.claims.length]).toEqual([early.incident, 2])
    expect(headers.get('content-location')).toBe(`/api/incidents/${early.incident}`)
    const stale = await ask('analyst', 'POST', '/api/merges', { ...joined, seen: head.size - 1 })
    expect(stale.body.code).toBe('changed-meanwhile')
    const again = await ask('analyst', 'POST', '/api/merges', { ...joined, seen: head.size + 5 })
    expect(again.body.code).toBe('claims-too-few')

    const off = { claims: [{ report: late.report, claim: 0 }], reason: 'two places after all' }
    const basis = { 'if-match': headers.get('etag') ?? '' }
    const parted = await ask('analyst', 'POST', `/api/incidents/${early.incident}/splits`, off, basis)
    expect(parted.status).toBe(200)
    expect((await ask('reader', 'GET', `/api/incidents/${late.incident}`)).body.id).toBe(late.incident)

    const { body: history } = await ask('analyst', 'GET', `/api/incidents/${early.incident}/history`)
    const links = history.entries.filter(({ kind }: { kind: string }) => kind === 'link-decision')
    expect(links.map(({ by, body }: Told['body']) => [by === test.idOf('analyst'), body.decision])).toEqual([
      [true, 'same'],
      [true, 'different'],
    ])
    const { headers: before } = await ask('analyst', 'GET', `/api/incidents/${early.incident}`)
    const withdrawal = { reason: 'the council meant the other town' }
    const path = `/api/entries/${links[1].index}/withdrawal`
    expect((await ask('analyst', 'POST', path, withdrawal)).status).toBe(200)
    expect((await ask('analyst', 'POST', path, withdrawal)).body.code).toBe('entry-not-withdrawable')
    const overtaken = await ask('analyst', 'POST', `/api/incidents/${early.incident}/splits`, off, {
      'if-match': before.get('etag') ?? '',
    })
    expect(overtaken.body.code).toBe('changed-meanwhile')
    expect((await ask('reader', 'GET', `/api/incidents/${late.incident}`)).body.id).toBe(early.incident)
    expect((await ask('reader', 'GET', '/api/incidents/0123456789abcdef')).status).toBe(404)
  })

  it('take back a split as a whole, whichever of its entries is named', async () => {
    const text = 'The army shelled Idlib on 2 June 2021, the town council said.'
    const claims: { report: string; claim: number }[] = []
    let incident = ''
    for (const [i, who] of ['council', 'governor', 'mayor', 'police'].entries()) {
      const told = { kind: 'text', text: text.replace('town council', who), published: `2021-06-0${i + 3}` }
      const { body } = await ask('observer', 'POST', '/api/reports', told)
      const { body: file } = await ask('observer', 'GET', `/api/reports/${body.reports[0]}`)
      claims.push({ report: body.reports[0], claim: 0 })
      incident = file.incidents[0].incident
    }
    const { headers, body: whole } = await ask('analyst', 'GET', `/api/incidents/${incident}`)
    expect(whole.claims).toHaveLength(4)
    const basis = { 'if-match': headers.get('etag') ?? '' }
    const off = { claims: claims.slice(2), reason: 'another day' }
    const { body: split } = await ask('analyst', 'POST', `/api/incidents/${incident}/splits`, off, basis)
    expect((await ask('reader', 'GET', `/api/incidents/${incident}`)).body.claims).toHaveLength(2)
    const path = `/api/entries/${split.entry + 1}/withdrawal`
    expect((await ask('analyst', 'POST', path, { reason: 'it was one' })).status).toBe(200)
    expect((await ask('reader', 'GET', `/api/incidents/${incident}`)).body.claims).toHaveLength(4)
    const { body: history } = await ask('analyst', 'GET', `/api/incidents/${incident}/history`)
    const kinds = history.entries.map(({ kind }: { kind: string }) => kind)
    expect(kinds.filter((kind: string) => kind === 'supersedes')).toHaveLength(3)
  })

  it('open a sealed part only with an entry that says who and why', async () => {
    const before = (await ask('nobody', 'GET', '/api/ledger')).body.size
    expect((await ask('verifier', 'POST', '/api/entries/0/parts/page/openings', { reason: ' ' })).body.code).toBe(
      'reason-missing',
    )
    expect((await ask('verifier', 'POST', '/api/entries/0/parts/other/openings', { reason: 'why' })).status).toBe(404)
    const { body } = await ask('verifier', 'POST', '/api/entries/0/parts/page/openings', { reason: 'to compare' })
    expect(Buffer.from(body.base64, 'base64').toString('utf8')).toBe(PAGE)
    expect(body.entry).toBe(before)
    const { body: entry } = await ask('observer', 'GET', `/api/entries/${body.entry}`)
    expect(entry).toMatchObject({
      kind: 'part-opened',
      by: test.idOf('verifier'),
      body: { entry: 0, name: 'page', reason: 'to compare' },
    })
  })
})

describe('writes over the API', () => {
  it('are done once by their key, which stands for one request', async () => {
    const page = { kind: 'text', text: `${PAGE}\nOnce.`, published: '2020-03-18' }
    const key = { 'idempotency-key': 'once' }
    const first = await ask('observer', 'POST', '/api/reports', page, key)
    const again = await ask('observer', 'POST', '/api/reports', page, key)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replay')).toBe('true')
    expect(first.body.received).toBe(1)
    const other = await ask('observer', 'POST', '/api/reports', { ...page, text: 'Another one.' }, key)
    expect(other.body.code).toBe('key-reused')
    const foreign = await ask('analyst', 'POST', '/api/reports', page, key)
    expect(foreign.body.unchanged).toBe(1)
  })

  it('of a body that breaks off are refused as malformed', async () => {
    const { secret } = await test.accounts.issueToken(test.idOf('observer'), 'a script', ['take-in'], 1)
    for (const [path, type] of [
      ['/api/reports', 'application/json'],
      ['/api/reports', 'multipart/form-data; boundary=1'],
      ['/api/tables/looks', 'application/json'],
    ] as const) {
      const headers = { authorization: `Bearer ${secret}`, 'content-type': type }
      const init = { method: 'POST', headers, body: '{"kind": "te' }
      const response = await test.api.fetch(new Request(`http://truceline.test${path}`, init))
      expect(await response.json()).toMatchObject({ status: 400, code: 'request-malformed' })
    }
  })

  it('are limited by the minute, as reads are', async () => {
    const statuses = new Set<number>()
    for (let i = 0; i < 121; i++) {
      const request = new Request('http://truceline.test/api/reports', { method: 'POST' })
      statuses.add((await test.api.fetch(request, '192.0.2.1')).status)
    }
    expect([...statuses]).toEqual([401, 429])
  })
})

describe('the log over the API', () => {
  it('proves every entry to anybody, under the signed checkpoint', async () => {
    const { body: head } = await ask('nobody', 'GET', '/api/ledger')
    const key = parseVerifierKey(head.keys[0])
    if (!key.ok) throw new Error(key.failure.message)
    for (let index = 0; index < head.size; index++) {
      const { body } = await ask('nobody', 'GET', `/api/ledger/${index}/proof`)
      const note = openCheckpoint(body.checkpoint, [key.value])
      if (!note.ok) throw new Error(note.failure.message)
      const proof = body.proof.map(bytesOf)
      const claim = { index, leafHash: bytesOf(body.leafHash), head: note.value.checkpoint, proof }
      expect(verifyInclusion(claim)).toBe(true)
    }
    expect((await ask('nobody', 'GET', `/api/ledger/${head.size}/proof`)).status).toBe(404)
    expect((await ask('nobody', 'GET', '/api/ledger/consistency?from=1')).body.to).toBe(head.size)
  })

  it('goes out in bundles that verify offline, nothing sealed shown', async () => {
    const { body: page } = await ask('reader', 'GET', '/api/incidents?limit=1')
    const response = await test.ask('observer', 'GET', `/api/export/bundle?incident=${page.items[0].id}`)
    const { findings, verified } = verifyBundle(new Uint8Array(await response.arrayBuffer()))
    expect(findings).toEqual([])
    expect(verified.length).toBeGreaterThan(0)
    expect((await ask('observer', 'GET', '/api/export/bundle?incident=nothing')).body.code).toBe('incident-unknown')
  })

  it('lets a liaison name the witness of their side, who cosigns what anybody may bring', async () => {
    const witness = createSignerKey('witness.example/tr', 'witness', new Uint8Array(32).fill(7))
    const verifier = formatVerifierKey(verifierOf(witness))
    const named = await ask('liaison', 'POST', '/api/witnesses', { verifier, reason: 'our own key' })
    expect(named.status).toBe(200)
    expect((await ask('nobody', 'GET', '/api/witnesses')).body.items).toMatchObject([
      { side: 'tr', verifier, current: true },
    ])
    const request = await (await test.ask('nobody', 'GET', '/api/ledger/cosignature-request')).text()
    expect(request).toMatch(/^old 0\n/)
    expect((await ask('nobody', 'POST', '/api/ledger/cosignatures', { note: 'nonsense' })).status).toBe(422)
  })

  it('tells what comes in as it comes in, and what was missed', async () => {
    const { body: head } = await ask('nobody', 'GET', '/api/ledger')
    const response = await test.ask('reader', 'GET', '/api/events', undefined, { 'last-event-id': '1' })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const hear = async (words: string): Promise<void> => {
      while (!heard.includes(words)) heard += (await reader?.read())?.value ?? ''
    }
    await hear(`id: ${head.size}`)
    await ask('observer', 'POST', '/api/reports', { kind: 'text', text: `${PAGE}\nHeard.`, published: '2020-03-19' })
    await hear('"kinds":["report-received"]')
    await reader?.cancel()
  })
})

function bytesOf(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array()
}
