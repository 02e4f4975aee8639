/**
 * From `npm start` to the first page, on a fresh clone with an empty cache, three times over: with nothing prepared (an install that runs no
 * scripts), after `npm ci` prepared it, and again with the case filled. Beside it, bare Node that answers over HTTP.
 *
 *     npm run bench -- start
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { spreadOf } from './spread.ts'

const ROOT = join(import.meta.dirname, '..')
const ROUNDS = 3
const POLL_MS = 25
const LONGEST_MS = 120_000
const BARE = `require('node:http').createServer((_, answer) => answer.end()).listen(process.argv[1], '127.0.0.1')`

const [unprepared, first, later, bare]: [number[], number[], number[], number[]] = [[], [], [], []]
for (let round = 0; round < ROUNDS; round++) {
  await inClone(async (clone, env) => unprepared.push(await start(clone, env)))
  await inClone(async (clone, env) => {
    execFileSync('npm', ['run', '--silent', 'prepare'], { cwd: clone, env })
    first.push(await start(clone, env))
    later.push(await start(clone, env), await start(clone, env))
    bare.push(await pageAfter(clone, env, [process.execPath, '-e', BARE], '/'))
  })
}
tell('first start ever, nothing prepared', unprepared)
tell('first start after npm ci', first)
tell('later starts', later)
tell('bare Node that answers', bare)

/** Works in a fresh clone of what is committed, with this project's own dependencies and an empty cache. */
async function inClone(work: (clone: string, env: NodeJS.ProcessEnv) => Promise<unknown>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'truceline-start-'))
  const clone = join(folder, 'clone')
  try {
    execFileSync('git', ['clone', '--quiet', ROOT, clone])
    cpSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'), { recursive: true, verbatimSymlinks: true })
    await work(clone, { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function start(clone: string, env: NodeJS.ProcessEnv): Promise<number> {
  return pageAfter(clone, env, ['npm', 'start', '--', '--port'], '/sign-in')
}

/** Seconds from a command, which gets a free port as its last argument, to its first page. */
async function pageAfter(
  cwd: string,
  env: NodeJS.ProcessEnv,
  [command = '', ...args]: readonly string[],
  path: string,
): Promise<number> {
  const port = await freePort()
  const started = performance.now()
  const running = spawn(command, [...args, String(port)], { cwd, env, stdio: 'ignore', detached: true })
  try {
    while (!(await answers(`http://127.0.0.1:${port}${path}`))) {
      if (performance.now() - started > LONGEST_MS) throw new Error(`${command}: no page after ${LONGEST_MS} ms`)
      await setTimeout(POLL_MS)
    }
    return (performance.now() - started) / 1000
  } finally {
    await stop(running)
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    async (answer) => (await answer.text(), answer.ok),
    () => false,
  )
}

/** The command and what it started: npm does not hand every signal on. */
async function stop(running: ChildProcess): Promise<void> {
  const closed = once(running, 'close')
  if (running.pid !== undefined) process.kill(-running.pid, 'SIGTERM')
  await closed
  // npm ends before the server has closed its store
  await setTimeout(3_000)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

function tell(what: string, seconds: readonly number[]): void {
  const { min, median, max } = spreadOf(seconds)
  console.log(`${what}: ${median.toFixed(1)} s (${min.toFixed(1)} to ${max.toFixed(1)})`)
}
