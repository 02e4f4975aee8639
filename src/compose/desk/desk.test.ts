import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readLogSize } from '../../store/index.ts'
import { initCase } from '../case/index.ts'
import { DEFAULT_CASE } from '../load-rules.ts'
import { incidentFile, incidentsOf, openDesk, reportFile, reportsOf, type Change, type Desk } from './index.ts'
import { seedCase } from './seed-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'truceline-desk-'))
let desk: Desk

beforeAll(async () => {
  const store = join(folder, 'store')
  const made = await initCase(store, 'test/desk')
  if (!made.ok) throw new Error(made.failure.message)
  await made.value.close()
  const opened = await openDesk({ store })
  if (!opened.ok) throw new Error(opened.failure.message)
  desk = opened.value
}, 120_000)

afterAll(async () => {
  await desk?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a desk', () => {
  it('tells what came in', async () => {
    const told: Change[] = []
    const leave = desk.changes.listen((change) => told.push(change))
    await seedCase(desk.open, desk.tools, DEFAULT_CASE)
    await desk.changes.look()
    leave()
    const { size = 0, from, kinds = [] } = told[0] ?? {}
    expect({ told: told.length, from, all: size > 100 }).toEqual({ told: 1, from: 0, all: true })
    expect(kinds).toEqual(expect.arrayContaining(['report-received', 'decision', 'patrol-log']))
  })

  it('takes nothing twice when filled again', async () => {
    const before = await readLogSize(desk.open.store)
    expect(await seedCase(desk.open, desk.tools, DEFAULT_CASE)).toMatchObject({ ok: true })
    expect(await readLogSize(desk.open.store)).toBe(before)
  })

  it('lists reports and tells all about one', async () => {
    const page = await reportsOf(desk, {}, 10, null)
    expect(page?.items).toHaveLength(10)
    const [line] = page?.items ?? []
    const file = await reportFile(desk, line?.id ?? '')
    expect(file?.reading.claims).toHaveLength(line?.claims ?? -1)
    expect(file?.history.map(({ entry }) => entry.kind)).toEqual(['report-received'])
    expect(file?.incidents.length).toBeGreaterThan(0)
  })

  it('pages through all incidents, each once, the latest day first', async () => {
    const whole = await incidentsOf(desk, {}, 1000, null)
    const ids: string[] = []
    for (let cursor: string | null = null, page = 0; page === 0 || cursor; page++) {
      const part = await incidentsOf(desk, {}, 20, cursor)
      ids.push(...(part?.items ?? []).map(({ incident }) => incident.id))
      cursor = part?.next ?? null
    }
    expect(ids).toEqual(whole?.items.map(({ incident }) => incident.id))
    expect(new Set(ids).size).toBe(whole?.count.total)
  })

  it('shows an incident with each claim in its report', async () => {
    const page = await incidentsOf(desk, {}, 1, null)
    const found = page?.items[0]
    const file = await incidentFile(desk, found?.incident.id ?? '')
    expect(file?.claims.map(({ report, claim }) => ({ report, claim }))).toEqual(found?.incident.claims)
    expect(file?.claims[0]?.words.quote.text).not.toBe('')
  })

  it('refuses a cursor that is none of its own', async () => {
    expect(await incidentsOf(desk, {}, 1, 'nonsense')).toBeNull()
    expect(await reportsOf(desk, {}, 1, 'WzEsMl0')).toBeNull()
  })
})
