/**
 * Kills an ingest with SIGKILL at random points, again and again, on the embedded store and on PostgreSQL, and after each kill opens the
 * store as if nothing had been: the log must verify, nothing be lost that was told as kept, and nothing doubled.
 *
 *     node tools/fault-trial.ts [kills] [seed]        (Default: 50, 20200306; PostgreSQL at TRUCELINE_TEST_POSTGRES)
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

const [kills = 50, seed = 20_200_306] = process.argv.slice(2).map(Number)
const COMMAND = join(import.meta.dirname, '..', 'bin', 'truceline')
const SERVER = process.env['TRUCELINE_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/test'
/** Reports a file: an ingest of them takes some seconds, most of which are writing. */
const REPORTS = 400

const folder = mkdtempSync(join(tmpdir(), 'truceline-faults-'))
const schema = `faults_${process.pid}`
const random = createRandom(seed)
try {
  await trial('embedded', join(folder, 'store'))
  await trial('postgres', `${SERVER}?schema=${schema}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
  const client = new Client({ connectionString: SERVER })
  await client.connect().then(
    () => client.query(`drop schema if exists ${schema} cascade`).then(() => client.end()),
    () => undefined,
  )
}

async function trial(name: string, store: string): Promise<void> {
  await expectDone(['case', 'init', store, '--name', `truceline.example/${name}`])
  let [killed, written, total] = [0, 0, 0]
  /** How long an ingest takes here: each kill comes at a random moment of it. Measured on the first file, which nobody kills. */
  let wholeMs = Infinity
  for (let file = 0; killed < kills; file++) {
    const lines = join(folder, `${name}-${file}.ndjson`)
    writeFileSync(lines, Array.from({ length: REPORTS }, (_, i) => reportLine(file, i)).join(''))
    total += REPORTS
    for (let whole = false; !whole;) {
      const after = killed < kills && file > 0 ? random() * wholeMs : Infinity
      const started = performance.now()
      whole = (await runCommand(['ingest', lines, '--into', store], after)).status !== null
      if (file === 0) wholeMs = performance.now() - started
      if (whole) continue
      killed++
      const entries = await entriesThatVerify(store)
      if (entries < written || entries > total)
        throw new Error(`${name}: ${entries} entries after ${written} of ${total}`)
      written = entries
    }
    const status = await expectDone(['case', 'status', store, '--format', 'json'])
    const { entries, reports } = JSON.parse(status) as { readonly entries: number; readonly reports: number }
    if (entries !== total || reports !== total)
      throw new Error(`${name}: ${total} reports went in, there are ${status}`)
    written = total
  }
  console.log(
    `${name}: ${killed} kills, ${total} reports went in, each is there once, the log verified after every kill`,
  )
}

async function entriesThatVerify(store: string): Promise<number> {
  const verified = await expectDone(['verify', store])
  return Number(/^(\d+) entries verify/.exec(verified)?.[1])
}

async function expectDone(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runCommand(args, Infinity)
  if (status !== 0) throw new Error(`truceline ${args.join(' ')}: status ${status}\n${stderr}`)
  return stdout
}

interface Ended {
  /** Null where it was killed. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The keys of server stores go into the trial's own folder. */
function runCommand(args: readonly string[], killAfterMs: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(COMMAND, args, { env: { ...process.env, XDG_CONFIG_HOME: folder } })
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    const timer = killAfterMs === Infinity ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    child.on('error', reject)
    child.on('close', (status) => {
      if (timer) clearTimeout(timer)
      resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() })
    })
  })
}

function reportLine(file: number, i: number): string {
  const text = `Gunmen shelled village number ${i} on Sunday, the council of district ${file} said.`
  return `${JSON.stringify({ id: `${file}-${i}`, text })}\n`
}

/** Mulberry32 (T. Ettinger, public domain): the same moments in every trial of a seed. */
function createRandom(from: number): () => number {
  let state = from >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
