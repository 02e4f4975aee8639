import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyPublication } from '../ledger/index.ts'
import { parseVerifierKey } from '../ledger/notes/index.ts'
import { createTestApi, type TestApi, type Who, told, type Told } from './testing.ts'

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'seed-page.txt'), 'utf8')
const ABDUCTED =
  'Gunmen abducted three aid workers in Kafr Nabl on 16 March 2020, the Syrian Observatory for Human Rights said.'

let test: TestApi

async function ask(who: Who, method: string, path: string, body?: object): Promise<Told> {
  return told(await test.ask(who, method, path, body))
}

beforeAll(async () => {
  test = await createTestApi()
  for (const text of [PAGE, ABDUCTED]) {
    await ask('observer', 'POST', '/api/reports', {
      kind: 'text',
      text,
      published: '2020-03-16',
      outlet: 'Example News',
    })
  }
}, 120_000)
afterAll(() => test?.close())

const DAY = '2020-03-16'
const DRAFT = `/api/bulletins/draft?day=${DAY}`

async function drafted(query = '') {
  const { body } = await ask('editor', 'GET', `${DRAFT}${query}`)
  return { bulletin: body.bulletin, looked: { day: DAY, sha256: body.sha256, seen: body.seen, pdf: false } }
}

describe('a bulletin over the API', () => {
  it('is drafted by an editor, every figure with its incidents, and nothing is recorded', async () => {
    const before = (await ask('nobody', 'GET', '/api/ledger')).body.size
    const { bulletin } = await drafted()
    expect(bulletin).toMatchObject({ format: 'truceline-bulletin/1', id: DAY, cutOff: { time: '19:30' } })
    for (const { value, incidents } of bulletin.figures) expect(incidents).toHaveLength(Math.min(value, 60))
    expect((await ask('nobody', 'GET', '/api/ledger')).body.size).toBe(before)
    expect((await ask('editor', 'GET', '/api/bulletins/draft?day=2020-02-31')).body.code).toBe('request-malformed')
    const backwards = await ask('editor', 'GET', '/api/bulletins/draft?day=2020-03-16&from=2020-03-18')
    expect(backwards.body.detail).toBe('query.from: found ‘2020-03-18’, expected no day after the last one')
  })

  it('keeps out what the case’s rules withhold', async () => {
    const { bulletin } = await drafted()
    const abduction = bulletin.incidents.find(({ act }: { act: string }) => act === 'abduction')
    expect(abduction.coarsened).toBe(true)
    expect(JSON.stringify(abduction)).not.toContain('Kafr Nabl')
    expect(bulletin.withheld.coarsened).toBe(1)
  })

  it('is published as it was looked at, and not as it is by now', async () => {
    const { looked } = await drafted()
    await ask('observer', 'POST', '/api/reports', { kind: 'text', text: `${PAGE}\nMore.`, published: DAY })
    const late = await ask('editor', 'POST', '/api/bulletins', looked)
    expect(late).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } })
    expect((await ask('nobody', 'GET', '/api/bulletins')).body.items).toEqual([])
  })

  it('is published once by whoever comes first', async () => {
    const { looked } = await drafted()
    const both = await Promise.all([1, 2].map(() => ask('editor', 'POST', '/api/bulletins', looked)))
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
    const [line] = (await ask('nobody', 'GET', '/api/bulletins')).body.items
    expect(line).toMatchObject({ id: DAY, by: test.idOf('editor') })
  })

  it('is never published by a token', async () => {
    const { secret } = await test.accounts.issueToken(test.idOf('editor'), 'a script', ['read', 'decide'], 1)
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
    const { looked } = await drafted()
    const init = { method: 'POST', headers, body: JSON.stringify(looked) }
    const response = await test.api.fetch(new Request('http://truceline.test/api/bulletins', init))
    expect(await response.json()).toMatchObject({ status: 403, code: 'scope-missing' })
  })

  it('is read by anybody, with files that verify against the log’s keys', async () => {
    const { body } = await ask('nobody', 'GET', `/api/bulletins/${DAY}`)
    expect(body).toMatchObject({ id: DAY, findings: [], replacedBy: null, bulletin: { id: DAY } })
    const files = new Map<string, Uint8Array>()
    for (const { name, bytes } of body.files) {
      const response = await test.ask('nobody', 'GET', `/api/bulletins/${DAY}/files/${name}`)
      expect(response.headers.get('content-disposition')).toContain('attachment')
      files.set(name, new Uint8Array(await response.arrayBuffer()))
      expect(files.get(name)).toHaveLength(bytes)
    }
    const { keys } = (await ask('nobody', 'GET', '/api/ledger')).body
    const trusted = keys.flatMap((line: string) => {
      const key = parseVerifierKey(line)
      return key.ok ? [key.value] : []
    })
    expect(verifyPublication(files, trusted).findings).toEqual([])
    expect((await ask('nobody', 'GET', `/api/bulletins/${DAY}/files/..%2Flog.key`)).status).toBe(404)
    expect((await ask('nobody', 'GET', '/api/bulletins/..')).status).toBe(404)
  })

  it('is replaced by a correction, which says so', async () => {
    const { bulletin, looked } = await drafted('&correct=1')
    expect(bulletin).toMatchObject({ id: `${DAY}-2`, supersedes: DAY })
    expect((await ask('editor', 'POST', '/api/bulletins', { ...looked, correct: true })).status).toBe(200)
    expect((await ask('nobody', 'GET', `/api/bulletins/${DAY}`)).body.replacedBy).toBe(`${DAY}-2`)
  })

  it('is proved anew, and stays what it was', async () => {
    const proved = await ask('editor', 'POST', `/api/bulletins/${DAY}/proofs`, {})
    expect(proved).toMatchObject({ status: 200, body: { signedBy: [test.desk.open.key.name] } })
    expect((await ask('nobody', 'GET', `/api/bulletins/${DAY}`)).body.findings).toEqual([])
    expect((await ask('editor', 'POST', '/api/bulletins/none/proofs', {})).status).toBe(404)
  })

  it('whose files were changed says which, and one without files is still told', async () => {
    const folder = join(test.desk.site, `${DAY}-2`)
    writeFileSync(join(folder, 'incidents.csv'), 'altered')
    const { body } = await ask('nobody', 'GET', `/api/bulletins/${DAY}-2`)
    expect(body.findings).toMatchObject([{ code: 'file-altered', file: 'incidents.csv' }])
    rmSync(folder, { recursive: true })
    expect((await ask('nobody', 'GET', `/api/bulletins/${DAY}-2`)).body).toMatchObject({ bulletin: null, files: [] })
  })
})
