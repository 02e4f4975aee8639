import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_CASE } from '../compose/index.ts'
import { loadFolder } from '../compose/record/index.ts'
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
