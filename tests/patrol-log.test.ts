import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCaseTools, initCase, type OpenCase } from '../src/compose/case/index.ts'
import { giveConsent, logDrive, logPatrol, proposeDecision, readDrive, sidesOf } from '../src/compose/patrols/index.ts'
import { recordOfStore } from '../src/compose/record/index.ts'
import { drivePoints, gpxFile } from '../src/plan/drive/gpx.fixture.ts'
import { consentOf, parseRoads, plannedOf } from '../src/plan/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'truceline-patrol-'))
const tools = createCaseTools()
const [m4] = parseRoads(
  JSON.parse(readFileSync(join(import.meta.dirname, '../cases/idlib-2020/roads.geojson'), 'utf8')),
)
const SIDES = ['ru', 'tr']
const PLAN = {
  kind: 'patrol-plan',
  patrol: '2020-03-16-m4',
  road: 'm4',
  fromKm: 110.9,
  toKm: 99,
  departs: '09:00',
  note: null,
} as const
let open: OpenCase

beforeAll(async () => {
  const made = await initCase(join(folder, 'store'), 'test/patrols')
  if (!made.ok) throw new Error(made.failure.message)
  open = made.value
}, 60_000)

afterAll(async () => {
  await open?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function stateOf(decision: string) {
  const found = (await recordOfStore(open, tools)).decisions.find(({ id }) => id === decision)
  return found ? consentOf(found, SIDES) : null
}

async function propose(text = 'Drive to Musibin.'): Promise<string> {
  const proposed = await proposeDecision(open, tools, 'amina', { on: '2020-03-15', text, resolution: PLAN })
  return proposed.ok ? proposed.value.decision : expect.fail(proposed.failure.message)
}

const say = (decision: string, side: string, verdict: 'signed' | 'declined') =>
  giveConsent(open, tools, 'cem', { decision, side, verdict, reason: 'by telephone' }, SIDES)

describe('a decision', () => {
  it('goes from proposed over one side to in force', async () => {
    const decision = await propose()
    expect(await stateOf(decision)).toEqual({ kind: 'proposed' })
    await say(decision, 'ru', 'signed')
    expect(await stateOf(decision)).toEqual({ kind: 'one-side-only', signed: ['ru'], missing: ['tr'] })
    await say(decision, 'tr', 'signed')
    expect(await stateOf(decision)).toEqual({ kind: 'in-force' })
  })

  it('is declined while one side declines, and its last word counts', async () => {
    const decision = await propose('Drive it whole.')
    await say(decision, 'ru', 'signed')
    await say(decision, 'tr', 'declined')
    expect(await stateOf(decision)).toEqual({ kind: 'declined', by: ['tr'], signed: ['ru'] })
    await say(decision, 'tr', 'signed')
    expect((await stateOf(decision))?.kind).toBe('in-force')
  })

  it('gives more time in the same way', async () => {
    const resolution = { kind: 'extension', obligation: 'c3.secure-road', party: 'tr', until: '2020-03-31' } as const
    const given = await proposeDecision(open, tools, 'amina', { on: '2020-03-15', text: 'More time.', resolution })
    const id = given.ok ? given.value.decision : expect.fail(given.failure.message)
    expect((await recordOfStore(open, tools)).decisions.find((one) => one.id === id)?.resolution).toEqual(resolution)
  })

  it('is refused where it is none, and consent where there is none to give', async () => {
    const malformed = await proposeDecision(open, tools, 'amina', {
      text: 'x',
      resolution: { ...PLAN, departs: 'noon' },
    })
    expect(malformed.ok ? '' : malformed.failure.code).toBe('decision-malformed')
    const unknown = await say('no-such', 'ru', 'signed')
    expect(unknown.ok ? '' : unknown.failure.code).toBe('decision-unknown')
    const stranger = await say('no-such', 'us', 'signed')
    expect(stranger.ok ? '' : stranger.failure.code).toBe('side-unknown')
  })
})

describe('the drive', () => {
  it('keeps each side’s own account, and what was planned for it', async () => {
    const log = (side: string, account: Record<string, unknown>) =>
      logPatrol(open, tools, 'cem', { patrol: '2020-03-16-m4', side, account })
    await log('tr', { outcome: 'completed', says: 'It was completed.', number: 2 })
    await log('ru', { outcome: 'shortened', says: 'It was cut short.', reason: 'security', number: 1 })
    const { patrols, decisions } = await recordOfStore(open, tools)
    const patrol = patrols.find(({ id }) => id === '2020-03-16-m4') ?? expect.fail('no patrol')
    expect(patrol.accounts.map(({ side, outcome, number }) => [side, outcome, number])).toEqual([
      ['tr', 'completed', 2],
      ['ru', 'shortened', 1],
    ])
    expect(plannedOf(patrol, decisions)?.stretch).toEqual({ road: 'm4', fromKm: 110.9, toKm: 99 })
    expect(sidesOf({ patrols, decisions })).toEqual(SIDES)
  })

  it('adds a track to what the side has told, and overwrites no word of it', async () => {
    if (!m4) return expect.fail('no road')
    const file = join(folder, 'track.gpx')
    writeFileSync(file, gpxFile(drivePoints(m4, 110.9, 105, 200)))
    const drive = await readDrive(file, m4)
    if (!drive.ok) return expect.fail(drive.failure.message)
    const localTime = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16)
    const input = { patrol: '2020-03-16-m4', side: 'tr', drive: drive.value, planned: null, localTime }
    await logDrive(open, tools, 'cem', input)
    const { patrols } = await recordOfStore(open, tools)
    expect(patrols[0]?.accounts.find(({ side }) => side === 'tr')).toMatchObject({
      outcome: 'completed',
      says: 'It was completed.',
      fromKm: 110.9,
      toKm: 105,
      departed: '2020-03-15T07:00',
    })
  })

  it('is refused where it is of no day, or says nothing', async () => {
    const nowhere = await logPatrol(open, tools, 'cem', { patrol: 'patrol-7', side: 'tr', account: {} })
    expect(nowhere.ok ? '' : nowhere.failure.code).toBe('patrol-unknown')
    const silent = await logPatrol(open, tools, 'cem', { patrol: '2020-03-16-m4', side: 'tr', account: {} })
    expect(silent.ok ? '' : silent.failure.code).toBe('account-malformed')
  })
})
