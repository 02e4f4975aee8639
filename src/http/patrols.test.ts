import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_CASE } from '../compose/index.ts'
import { loadFolder } from '../compose/record/index.ts'
import { drivePoints, gpxFile } from '../plan/drive/gpx.fixture.ts'
import { parseRoads } from '../plan/index.ts'
import { createTestApi, type TestApi } from './testing.ts'

let test: TestApi

beforeAll(async () => {
  test = await createTestApi()
  const loaded = await loadFolder(test.desk.open, test.desk.tools, DEFAULT_CASE)
  if (!loaded.ok) throw new Error(loaded.failure.message)
  await test.accounts.setRoles(test.idOf('liaison'), ['liaison'], 'tr')
}, 180_000)
afterAll(() => test?.close())

const DECISION = {
  kind: 'patrol-plan',
  road: 'm4',
  fromKm: 110.9,
  toKm: 97,
  departs: '2020-09-20T09:00',
  text: 'A joint patrol to Ariha and back.',
}

describe('a patrol', () => {
  it('is proposed by an analyst, signed by a side through its liaison, and told by that side', async () => {
    const proposed = await test.ask('analyst', 'POST', '/api/decisions', DECISION)
    expect(proposed.status).toBe(200)
    const { decision, patrol } = (await proposed.json()) as { decision: string; patrol: string }
    expect(patrol).toBe('2020-09-20-m4')
    const consent = await test.ask('liaison', 'POST', `/api/decisions/${decision}/consents`, {
      verdict: 'signed',
      reason: 'the road is clear',
    })
    expect(consent.status).toBe(200)
    const account = { outcome: 'completed', says: 'Driven as planned.' }
    expect((await test.ask('liaison', 'POST', `/api/patrols/${patrol}/accounts`, account)).status).toBe(200)
    const file = (await (await test.ask('reader', 'GET', `/api/patrols/${patrol}`)).json()) as {
      decisions: { consent: { kind: string; signed: string[] } }[]
      patrol: { accounts: { side: string; outcome: string }[] }
    }
    expect(file.decisions[0]?.consent).toMatchObject({ kind: 'one-side-only', signed: ['tr'] })
    expect(file.patrol.accounts).toMatchObject([{ side: 'tr', outcome: 'completed' }])
  }, 120_000)

  it('is planned for those who need to know only', async () => {
    const path = '/api/patrols/plan?road=m4&from=110.9&to=41.7&at=2020-03-15T09:00&asOf=2020-03-15'
    expect((await test.ask('analyst', 'GET', path)).status).toBe(200)
    expect((await test.ask('reader', 'GET', path)).status).toBe(403)
    expect((await test.ask('analyst', 'GET', path.replace('m4', 'm9'))).status).toBe(422)
  }, 120_000)

  it('takes no decision of another form, and no word on a decision that there is not', async () => {
    expect((await test.ask('analyst', 'POST', '/api/decisions', { ...DECISION, departs: 'soon' })).status).toBe(400)
    const word = { verdict: 'signed', reason: 'agreed' }
    expect((await test.ask('liaison', 'POST', '/api/decisions/none/consents', word)).status).toBe(422)
  }, 120_000)
})

const ROADS = JSON.parse(readFileSync(join(DEFAULT_CASE, 'roads.geojson'), 'utf8')) as unknown
const m4 = parseRoads(ROADS)[0] ?? expect.fail('no road')
const TRACK = gpxFile(drivePoints(m4, 110.9, 105, 200))

function formOf(gpx: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.set('file', new File([gpx], 'track.gpx', { type: 'application/gpx+xml' }))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code
}

describe('a track', () => {
  it('is matched to a road for those who plan, and nothing of it is kept', async () => {
    const before = await test.ask('analyst', 'GET', '/api/ledger')
    const planned = { fromKm: '110.9', toKm: '97' }
    const response = await test.ask('analyst', 'POST', '/api/roads/m4/drives', formOf(TRACK, planned))
    expect(response.status).toBe(200)
    const drive = (await response.json()) as { drivenKm: number; ofPlannedKm: number }
    expect(drive).toMatchObject({ road: 'm4', departed: '2020-03-15T07:00:00.000Z', pointsOffRoad: 0, away: [] })
    expect(drive.drivenKm).toBeCloseTo(5.9, 1)
    expect(drive.ofPlannedKm).toBeCloseTo(5.9, 1)
    expect((await test.ask('reader', 'POST', '/api/roads/m4/drives', formOf(TRACK))).status).toBe(403)
    expect(await (await test.ask('analyst', 'GET', '/api/ledger')).text()).toBe(await before.text())
  }, 120_000)

  it('is refused where it is no track, too large, or of no road of the case', async () => {
    const ask = (form: FormData, road = 'm4') => test.ask('analyst', 'POST', `/api/roads/${road}/drives`, form)
    expect(await codeOf(await ask(formOf('')))).toBe('gpx-empty')
    expect(await codeOf(await ask(formOf('<html></html>')))).toBe('gpx-foreign')
    expect(await codeOf(await ask(formOf(TRACK), 'm9'))).toBe('road-unknown')
    const large = await ask(formOf(TRACK + ' '.repeat(10 * 1024 * 1024)))
    expect(large.status).toBe(413)
    expect(await codeOf(large)).toBe('gpx-too-large')
    expect(await codeOf(await ask(new FormData()))).toBe('request-malformed')
    const noForm = await test.ask('analyst', 'POST', '/api/roads/m4/drives', { file: TRACK })
    expect(await codeOf(noForm)).toBe('request-malformed')
  }, 120_000)

  it('is logged once as the account of a side, on what its liaison saw', async () => {
    const path = '/api/patrols/2020-09-27-m4'
    await test.ask('analyst', 'POST', '/api/decisions', { ...DECISION, departs: '2020-09-27T09:00' })
    const looked = await test.ask('liaison', 'GET', path)
    const headers = { 'if-match': looked.headers.get('etag') ?? '', 'idempotency-key': 'a-track' }
    const words = { outcome: 'shortened', says: 'Turned at Nayrab.', number: '27' }
    const log = (form: FormData, extra: Record<string, string> = headers) =>
      test.ask('liaison', 'POST', `${path}/drives`, form, extra)
    expect(await codeOf(await log(formOf(TRACK), {}))).toBe('basis-missing')
    const elsewhere = await log(formOf(TRACK, { looked: '0'.repeat(64) }), { 'if-match': headers['if-match'] })
    expect(await codeOf(elsewhere)).toBe('changed-meanwhile')
    expect(await codeOf(await log(formOf(gpxFile(FAR)), { 'if-match': headers['if-match'] }))).toBe('track-off-road')
    const first = await log(formOf(TRACK, words))
    expect(first.status).toBe(200)
    const again = await log(formOf(TRACK, words))
    expect(again.headers.get('idempotent-replay')).toBe('true')
    expect(await again.json()).toEqual(await first.json())
    expect(await codeOf(await log(formOf(TRACK)))).toBe('key-reused')
    expect((await log(formOf(TRACK), { 'if-match': headers['if-match'] })).status).toBe(412)
    const { patrol } = (await (await test.ask('reader', 'GET', path)).json()) as {
      patrol: { accounts: { incidents: string[] }[] }
    }
    expect(patrol.accounts).toMatchObject([
      { side: 'tr', ...words, number: 27, fromKm: 110.9, toKm: 105, departed: '2020-03-15T09:00' },
    ])
    expect(patrol.accounts[0]?.incidents.filter((line) => line.startsWith('track: file'))).toHaveLength(1)
    expect((await test.ask('analyst', 'POST', `${path}/drives`, formOf(TRACK))).status).toBe(403)
  }, 120_000)
})

const FAR = ['<trkpt lat="33.5" lon="36.3"/>', '<trkpt lat="33.51" lon="36.3"/>']
