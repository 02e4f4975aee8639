import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initCase } from '../case/index.ts'
import { DEFAULT_CASE } from '../load-rules.ts'
import { loadFolder } from '../record/index.ts'
import { openDesk, patrolFile, patrolsOf, planOn, shiftOf, type Desk } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'truceline-patrols-'))
let desk: Desk

beforeAll(async () => {
  const store = join(folder, 'store')
  const made = await initCase(store, 'test/patrols')
  if (!made.ok) throw new Error(made.failure.message)
  await made.value.close()
  const opened = await openDesk({ store })
  if (!opened.ok) throw new Error(opened.failure.message)
  desk = opened.value
  const loaded = await loadFolder(desk.open, desk.tools, DEFAULT_CASE)
  if (!loaded.ok) throw new Error(loaded.failure.message)
}, 180_000)

afterAll(async () => {
  await desk?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('patrols at a desk', () => {
  it('stand with what the sides tell differently', async () => {
    const view = await patrolsOf(desk)
    if (!view.ok) throw new Error(view.failure.message)
    expect(view.value.patrols.length).toBeGreaterThan(10)
    expect(view.value.differing.length).toBeGreaterThan(0)
    const file = await patrolFile(desk, view.value.differing[0] ?? '')
    expect(file?.differences.length).toBeGreaterThan(0)
    expect(await patrolFile(desk, '1999-01-01-m4')).toBeNull()
  })

  it('are planned as it was known on a day, and on no road that is none of the case’s', async () => {
    const question = { road: 'm4', fromKm: 110.9, toKm: 41.7, departs: '2020-03-15T09:00', asOf: '2020-03-15' }
    const plan = await planOn(desk, question)
    expect(plan.ok && plan.value.proposals.length).toBeGreaterThan(1)
    const none = await planOn(desk, { ...question, road: 'm9' })
    expect(none.ok ? null : none.failure.code).toBe('road-unknown')
  }, 60_000)

  it('and all else that a shift must know are on the desk: what came in, what was done, what awaits a side', async () => {
    const shift = await shiftOf(desk)
    expect(shift.arrived.length).toBeGreaterThan(0)
    expect(shift.changed.length).toBeGreaterThan(0)
    expect(shift.sides).toEqual(['ru', 'tr'])
    expect(shift.awaiting.decisions.map(({ consent }) => consent.kind)).toContain('one-side-only')
  })
})
