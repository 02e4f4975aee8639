import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initCase } from '../src/compose/case/index.ts'
import { runCommand } from './run-command.ts'

const COMMAND = join(import.meta.dirname, '..', 'bin', 'truceline')
const folder = mkdtempSync(join(tmpdir(), 'truceline-serve-'))
const store = join(folder, 'store')

/** Root may write anywhere, unless it gives that up: then a folder's rights hold for it as for anybody. */
const HELD_TO_RIGHTS =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override', '--inh-caps=-dac_override'] : []

beforeAll(async () => {
  const made = await initCase(store, 'test/serve')
  if (!made.ok) throw new Error(made.failure.message)
  await made.value.close()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Served {
  readonly child: ChildProcess
  /** What it has said so far. */
  readonly said: () => string
  readonly until: (words: RegExp) => Promise<RegExpExecArray>
}

function serve(...args: readonly string[]): Served {
  const child = spawn(COMMAND, ['serve', ...args], { env: { ...process.env, NO_COLOR: '1' } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words: Buffer) => (said += words.toString()))
  return {
    child,
    said: () => said,
    until: async (words) => {
      for (;;) {
        const found = words.exec(said)
        if (found) return found
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${said}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
  }
}

describe('truceline serve', () => {
  it('answers, lets the first admin in by its link, and closes cleanly at SIGTERM', async () => {
    const { child, said, until } = serve(store, '--port', '0')
    const [, origin = ''] = await until(/answers at (http:\S+)/)
    const [, link = ''] = await until(/to set a password:\s+(http:\S+)/)
    const health = await fetch(`${origin}/api/health`)
    expect(await health.json()).toMatchObject({ status: 'ok', engine: 'embedded' })
    const entered = await fetch(link, { redirect: 'manual' })
    const cookie = entered.headers.getSetCookie().map((one) => one.split(';')[0])
    const me = await fetch(`${origin}/api/me`, { headers: { cookie: cookie.join('; ') } })
    expect(await me.json()).toMatchObject({ name: 'Administrator', may: expect.arrayContaining(['invite-person']) })
    const events = await fetch(`${origin}/api/events`, { headers: { cookie: cookie.join('; ') } })
    child.kill('SIGTERM')
    const [status] = (await once(child, 'close')) as [number | null]
    expect({ status, said: said().trim().split('\n').at(-1) }).toEqual({ status: 0, said: 'Closed.' })
    await events.body?.cancel().catch(() => undefined)
  }, 120_000)

  it('closes what it has just opened when it is told to stop meanwhile', async () => {
    const { child } = serve(store, '--port', '0')
    // earlier, nobody listens for the signal yet
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    child.kill('SIGINT')
    await once(child, 'close')
    const { status } = await runCommand(['case', 'status', store], { env: { HOME: folder } })
    expect(status).toBe(0)
  }, 120_000)

  it('tells that the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    const { status, stderr } = await runCommand(['serve', store, '--port', String(port)])
    holder.close()
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `truceline: port ${port}: found another program answering there, expected a free one; name another with --port [port-taken]\n`,
    })
  })

  it('tells that the database is down', async () => {
    const { status, stderr } = await runCommand(['serve', 'postgres://nobody@127.0.0.1:1/none', '--port', '0'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/127\.0\.0\.1:1: found .*ECONNREFUSED.* \[store-unreachable\]/)
  })

  it('tells that there is no case, or that another process has it', async () => {
    const missing = await runCommand(['serve', join(folder, 'nothing'), '--port', '0'])
    expect(missing).toMatchObject({ status: 1, stderr: expect.stringContaining('[store-missing]') })
    const { child, until } = serve(store, '--port', '0')
    await until(/answers at/)
    const second = await runCommand(['serve', store, '--port', '0'])
    child.kill('SIGTERM')
    await once(child, 'close')
    expect(second).toMatchObject({ status: 1, stderr: expect.stringContaining('[store-in-use]') })
  }, 120_000)

  it('tells that it may not write', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(join(closed, 'data'), { recursive: true })
    chmodSync(closed, 0o500)
    const { status, stderr } = await runCommand(['serve', closed, '--port', '0'], { through: HELD_TO_RIGHTS })
    chmodSync(closed, 0o700)
    expect(status).toBe(1)
    expect(stderr).toContain(`${join(closed, 'lock')}: found EACCES, expected a folder to write in [folder-unwritable]`)
  })

  it('refuses wrong usage', async () => {
    expect((await runCommand(['serve', '--port', 'many'])).status).toBe(2)
    expect((await runCommand(['serve', '--url', 'monitoring.example/'])).status).toBe(2)
  })
})
