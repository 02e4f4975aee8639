/**
 * The API on 100,000 incidents in an embedded store: the list of 50 as a page asks for it, its further pages, filters, tiles and the
 * timeline, each as a whole request with its session; beside it the bare SQL of the list, which is the floor.
 *
 *     npm run bench -- http
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccounts } from '../src/compose/accounts/index.ts'
import { initCase } from '../src/compose/case/index.ts'
import { openDesk } from '../src/compose/desk/index.ts'
import { createApi } from '../src/http/index.ts'
import { ACTS, type Incident } from '../src/model/index.ts'
import { writeIncidents, type IncidentRow } from '../src/store/projections/index.ts'
import { buildPages, loadPages } from '../src/workbench/index.ts'
import { spreadOf } from './spread.ts'

const INCIDENTS = 100_000
const ORIGIN = 'http://truceline.bench'
const WARM_UP_ROUNDS = 5
const ROUNDS = 31

/** Same numbers at every run. */
let seed = 7
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

function incidentRow(number: number): IncidentRow {
  const day = new Date(Date.UTC(2019, 0, 1 + Math.floor(random() * 700))).toISOString().slice(0, 10)
  const claim = { report: `report-${number}`, claim: 0 }
  const incident: Incident = {
    id: number.toString(16).padStart(16, '0'),
    act: ACTS[Math.floor(random() * ACTS.length)] ?? 'shelling',
    time: random() < 0.05 ? null : { from: day, to: day, precision: 'day' },
    place:
      random() < 0.15
        ? null
        : { name: 'Saraqib', lat: 35 + random() * 1.5, lon: 36 + random(), radiusMetres: 2000, source: 'case:saraqib' },
    claims: [claim],
    recalls: [],
    origins: [{ speaker: 'sohr', statement: 'Shells fell on the town in the morning.', reports: [claim.report] }],
    independentOrigins: 1 + Math.floor(random() * 4),
    contradictions: [],
  }
  const bearings = { zones: [], road: null }
  const standing = { validity: 'alleged', responsibility: 'undetermined', proposed: null }
  return { incident, actors: ['sy-gov'], bearings, ...standing }
}

const folder = mkdtempSync(join(tmpdir(), 'truceline-bench-'))
const store = join(folder, 'store')
const made = await initCase(store, 'bench/http')
if (!made.ok) throw new Error(made.failure.message)
await made.value.close()
const desk = await openDesk({ store })
if (!desk.ok) throw new Error(desk.failure.message)
const { open } = desk.value
for (let from = 0; from < INCIDENTS; from += 5_000) {
  await writeIncidents(
    open.store,
    Array.from({ length: 5_000 }, (_, i) => incidentRow(from + i)),
  )
}
await open.store.run('analyze')
const now = (): string => new Date().toISOString()
const accounts = createAccounts(open, { origin: ORIGIN }, now)
const api = createApi({ desk: desk.value, accounts, origins: [ORIGIN], now })
const invited = await accounts.invite({ name: 'R', email: 'r@example.org', roles: ['reader'], side: null })
const signedIn = await accounts.handle(new Request(invited?.link ?? ''))
const cookie = signedIn.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ')

async function ask(path: string): Promise<Response> {
  const response = await api.fetch(new Request(`${ORIGIN}${path}`, { headers: { cookie } }))
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response
}

async function cursorAt(page: number): Promise<string> {
  let cursor = ''
  for (let i = 0; i < page; i++) {
    const { next } = (await (await ask(`/api/incidents?limit=200${cursor}`)).json()) as { next: string }
    cursor = `&cursor=${next}`
  }
  return cursor
}

await buildPages()
const pages = await loadPages()
/** A page as the browser gets it, drawn on the server. */
async function draw(path: string): Promise<string> {
  const response = await pages(new Request(`${ORIGIN}${path}`, { headers: { cookie } }), { api }, 'bench')
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}

const deep = await cursorAt(50)
const works: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'bare SQL of the list',
    () => open.store.query('select document from incident order by first_day desc, id desc limit 50'),
  ],
  ['list of 50', async () => (await ask('/api/incidents?limit=50')).text()],
  ['list of 50, 10,000 further on', async () => (await ask(`/api/incidents?limit=50${deep}`)).text()],
  ['list of 50, one act', async () => (await ask('/api/incidents?limit=50&act=shelling')).text()],
  [
    'list of 50, a week in a box',
    async () => (await ask('/api/incidents?box=36,35,36.5,35.5&from=2020-03-01&to=2020-03-07')).text(),
  ],
  ['list of 50 that the client has (304)', () => unchanged('/api/incidents?limit=50')],
  ['page with the list of 50, as HTML', () => draw('/incidents')],
  ['timeline by month', async () => (await ask('/api/timeline?step=month')).text()],
  ['tile 5/19/12', async () => (await ask('/api/tiles/5/19/12')).arrayBuffer()],
]

async function unchanged(path: string): Promise<number> {
  const headers = { cookie, 'if-none-match': tag }
  return (await api.fetch(new Request(`${ORIGIN}${path}`, { headers }))).status
}
const tag = (await ask('/api/incidents?limit=50')).headers.get('etag') ?? ''

const times = works.map((): number[] => [])
for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
  for (const [i, [, work]] of works.entries()) {
    const started = performance.now()
    await work()
    if (round >= WARM_UP_ROUNDS) times[i]?.push(performance.now() - started)
  }
}
for (const [i, [name]] of works.entries()) {
  const { min, median, max } = spreadOf(times[i] ?? [])
  console.log(`${name.padEnd(40)} ${median.toFixed(1).padStart(8)} ms median  (${min.toFixed(1)} to ${max.toFixed(1)})`)
}
await desk.value.close()
rmSync(folder, { recursive: true, force: true })
