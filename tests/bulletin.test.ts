import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bulletin } from '../src/publish/index.ts'
import { runCommand } from './run-command.ts'

/** Words of the seed page that the record never says itself. A human shield is an act of the glossary, a term of law. */
const LOADED = /terroris|jihad|militant|gang|radical|provocation|regime/i

describe('the bulletin of 16 March 2020', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'truceline-bulletin-'))
  const store = join(folder, 'store')
  const site = join(folder, 'site')
  const own = join(site, '2020-03-16')
  let key = ''
  let page = ''

  beforeAll(async () => {
    const made = await runCommand(['case', 'init', store, '--name', 'truceline.example/bulletin'])
    key = /truceline\.example\S+\+\S+/.exec(made.stdout)?.[0] ?? ''
    await runCommand(['case', 'load', store, '--from', 'cases/idlib-2020'])
    const published = await runCommand([
      'bulletin',
      'publish',
      store,
      '--day',
      '2020-03-16',
      '--site',
      site,
      '--by',
      'spokesperson',
      '--no-pdf',
    ])
    expect([published.status, published.stderr]).toEqual([0, ''])
    page = readFileSync(join(own, 'index.html'), 'utf8')
    writeFileSync(join(folder, 'keys'), `${key}\n`)
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('says what the seed page says, attributed', () => {
    const { summary, incidents, decisions } = JSON.parse(readFileSync(join(own, 'bulletin.json'), 'utf8')) as Bulletin
    const told = summary.map(({ text }) => text).join('\n')
    expect(told).toMatch(/Joint patrol of 15 March 2020 on the M4: Russia says it was shortened/)
    expect(told).toMatch(/According to Russian Foreign Ministry.*an agreement was refused/)
    expect(told).toMatch(/According to Russian Foreign Ministry.*rearmed/)
    expect(told).toMatch(/According to .*sources close to the Syrian Arab Army.*Majdalya/)
    expect(decisions.map(({ text }) => text).join('\n')).toMatch(
      /Turkey was given more time .*according to the Russian Ministry of Defence/,
    )
    expect(incidents.every(({ versions }) => versions.length > 0)).toBe(true)
  })

  it('keeps loaded words inside quotation marks', () => {
    const { document } = parseHTML(page)
    for (const style of document.querySelectorAll('style')) style.remove()
    // Titles of reports stand in quotation marks too.
    const outside = (document.body.textContent ?? '').replace(/“[^”]*”/g, '“”')
    expect(LOADED.exec(outside)?.[0]).toBeUndefined()
    expect(LOADED.test(document.body.textContent ?? '')).toBe(true)
  })

  it('opens every figure to incidents, and every incident to claims', () => {
    const { figures, incidents } = JSON.parse(readFileSync(join(own, 'bulletin.json'), 'utf8')) as Bulletin
    const ids = new Set(incidents.map(({ id }) => id))
    for (const figure of figures)
      expect([figure.id, figure.incidents.length, figure.incidents.every((id) => ids.has(id))]).toEqual([
        figure.id,
        figure.value,
        true,
      ])
    expect(incidents.every(({ claims }) => claims.length > 0)).toBe(true)
  })

  it('verifies offline with the log’s key, and names a change', async () => {
    const whole = await runCommand(['verify', own, '--key', join(folder, 'keys')])
    expect([whole.status, whole.stderr]).toEqual([0, ''])
    writeFileSync(join(own, 'index.html'), page.replace('15 March', '14 March'))
    const changed = await runCommand(['verify', own, '--key', join(folder, 'keys')])
    writeFileSync(join(own, 'index.html'), page)
    expect([changed.status, changed.stderr]).toEqual([
      1,
      'truceline: index.html: found other bytes, expected those that were published [file-altered]\n',
    ])
  })

  it('carries a witness’s signature once it has cosigned', async () => {
    const witness = join(folder, 'ru')
    const made = await runCommand(['witness', 'init', witness, '--name', 'ru.example/witness', '--log', key])
    writeFileSync(join(folder, 'ru.key'), /ru\.example\S+\+\S+/.exec(made.stdout)?.[0] ?? '')
    await runCommand([
      'case',
      'witness',
      store,
      '--side',
      'ru',
      '--key',
      join(folder, 'ru.key'),
      '--by',
      'chair',
      '--reason',
      'letter',
    ])
    const request = await runCommand(['witness', 'request', store])
    const answer = await runCommand(['witness', 'cosign', witness], { stdin: request.stdout })
    expect((await runCommand(['witness', 'add', store], { stdin: answer.stdout })).stdout).toContain(
      'ru.example/witness',
    )
    await runCommand(['bulletin', 'prove', store, own])
    expect((await runCommand(['verify', own, '--key', join(folder, 'keys'), join(folder, 'ru.key')])).stdout).toContain(
      'witness ru.example/witness',
    )
  })

  it('is replaced by a new entry, never overwritten', async () => {
    const again = await runCommand([
      'bulletin',
      'publish',
      store,
      '--day',
      '2020-03-16',
      '--site',
      site,
      '--by',
      'spokesperson',
      '--no-pdf',
      '--correct',
    ])
    expect(again.status).toBe(0)
    const { stdout } = await runCommand(['bulletin', 'list', store])
    expect(stdout).toMatch(/^2020-03-16 {2}published .* replaced by a later one\n2020-03-16-2 {2}published/)
    expect(readFileSync(join(own, 'index.html'), 'utf8')).toBe(page)
    expect(readFileSync(join(site, '2020-03-16-2', 'index.html'), 'utf8')).toContain('Replaces bulletin 2020-03-16')
  })

  it.each([
    ['--day', '2020-02-31', 'a day, YYYY-MM-DD'],
    ['--from', '2020-03-18', 'no day after 2020-03-16'],
    ['--cut-off', '99:99', 'a clock, HH:MM'],
  ])('is refused with %s %s', async (option, found, expected) => {
    const day = option === '--day' ? [] : ['--day', '2020-03-16']
    const { status, stderr } = await runCommand(['bulletin', 'draft', ...day, option, found])
    expect([status, stderr.split('\n')[0]]).toEqual([2, `error: ${option}: found ${found}, expected ${expected}`])
  })
})
