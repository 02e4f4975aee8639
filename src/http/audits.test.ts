import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  cosignCheckpoint,
  createSignerKey,
  formatVerifierKey,
  parseVerifierKey,
  parseWitnessRequest,
  verifierOf,
} from '../ledger/notes/index.ts'
import { createTestApi, type TestApi, type Who, told, type Told } from './testing.ts'

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'seed-page.txt'), 'utf8')
const WITNESS = createSignerKey('witness.example/tr', 'witness', new Uint8Array(32).fill(7))
const SIGNED_AT = '2026-03-01T12:00:00.000Z'

let test: TestApi

async function ask(who: Who, method: string, path: string, body?: object): Promise<Told['body']> {
  return (await told(await test.ask(who, method, path, body))).body
}

beforeAll(async () => {
  test = await createTestApi()
  await ask('observer', 'POST', '/api/reports', { kind: 'text', text: PAGE, published: '2020-03-16' })
}, 120_000)
afterAll(() => test?.close())

/** Cosigns the last checkpoint, as the side's own machine does. */
async function cosign(): Promise<number> {
  const { keys, size } = await ask('nobody', 'GET', '/api/ledger')
  const key = parseVerifierKey(keys[0])
  const asked = await test.ask('nobody', 'GET', '/api/ledger/cosignature-request')
  const request = parseWitnessRequest(await asked.text())
  if (!key.ok || !request.ok) throw new Error('found no key or no request, expected both')
  const log = { origin: test.desk.open.key.name, keys: [key.value], latest: null }
  const signed = cosignCheckpoint(log, request.value, WITNESS, Date.parse(SIGNED_AT) / 1000)
  if (!signed.ok) throw new Error(signed.failure.message)
  await ask('nobody', 'POST', '/api/ledger/cosignatures', { note: signed.value.note })
  return size
}

describe('the whole log over the API', () => {
  it('is read and held against its checkpoints, with all that is kept beside it', async () => {
    const { size } = await ask('nobody', 'GET', '/api/ledger')
    expect(await ask('observer', 'GET', '/api/ledger/audit')).toMatchObject({
      size,
      provenSize: size,
      checkpoints: expect.any(Number),
      sealed: { kept: 1, gone: 0 },
      findings: [],
      unlisted: 0,
    })
  })

  it('tells who cosigned which size when, to anybody', async () => {
    expect(await ask('nobody', 'GET', '/api/ledger/cosignatures')).toEqual({ items: [] })
    const verifier = formatVerifierKey(verifierOf(WITNESS))
    await ask('liaison', 'POST', '/api/witnesses', { verifier, reason: 'our own key' })
    const size = await cosign()
    expect(await ask('nobody', 'GET', '/api/ledger/cosignatures')).toEqual({
      items: [{ size, side: 'tr', witness: WITNESS.name, keyId: verifierOf(WITNESS).id, at: SIGNED_AT, current: true }],
    })
    await ask('observer', 'POST', '/api/reports', { kind: 'text', text: `${PAGE}\nMore.`, published: '2020-03-17' })
    const { items } = await ask('nobody', 'GET', '/api/ledger/cosignatures')
    expect(items.map((one: { size: number }) => one.size)).toEqual([size])
  })

  it('names the entry that was changed behind its back, to all who ask at once', async () => {
    await test.desk.open.store.run(`update entry set recorded_by = 'x' where index = 0`)
    const audits = await Promise.all([1, 2].map(() => ask('editor', 'GET', '/api/ledger/audit')))
    for (const { findings } of audits) {
      expect(findings).toMatchObject([{ code: 'beside-altered', entry: { index: 0 } }])
      expect(findings[0].message).toContain('entry 0')
    }
  })
})
