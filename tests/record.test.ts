import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessCase } from '../src/assess/index.ts'
import {
  createCaseTools,
  initCase,
  rebuildCase,
  reviewClaim,
  type CaseTools,
  type OpenCase,
} from '../src/compose/case/index.ts'
import { DEFAULT_CASE } from '../src/compose/index.ts'
import { loadAssessmentRules, loadFolder, recordOfFolder, recordOfStore } from '../src/compose/record/index.ts'
import type { CaseRecord, Finding } from '../src/model/index.ts'
import { readLogSize } from '../src/store/index.ts'
import { digestProjections, listFindings } from '../src/store/projections/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'truceline-record-'))

describe('a case’s folder in a store', { timeout: 120_000 }, () => {
  let open: OpenCase
  let tools: CaseTools

  beforeAll(async () => {
    const opened = await initCase(join(folder, 'store'), 'truceline.example/record')
    if (!opened.ok) throw new Error(opened.failure.message)
    open = opened.value
    tools = createCaseTools(DEFAULT_CASE)
    expect((await loadFolder(open, tools, DEFAULT_CASE)).ok).toBe(true)
  }, 120_000)
  afterAll(async () => {
    await open.close()
    rmSync(folder, { recursive: true })
  })

  it('gives the record that the folder alone gives', async () => {
    expect(comparable(await recordOfStore(open, tools))).toEqual(comparable(ofFolder()))
  })

  it('gives it as published by a day, and nothing as recorded before anything was', async () => {
    const asOf = '2020-03-20'
    const published = await recordOfStore(open, tools, { asOf, basis: 'published' })
    expect(comparable(published)).toEqual(comparable(ofFolder(asOf)))
    expect((await recordOfStore(open, tools, { asOf })).readings.size).toBe(0)
  })

  it('keeps the findings that the folder’s record gives, to be listed by clause, page by page', async () => {
    const rules = loadAssessmentRules(DEFAULT_CASE)
    if (!rules.ok) throw new Error(rules.failure.message)
    const expected = asTold(assessCase(ofFolder(), rules.value))
    const { items, next } = await listFindings(open.store, {}, 1000)
    expect(items).toEqual(expected)
    expect(next).toBeNull()
    const third = expected.filter(({ clause }) => clause === 'c3')
    const first = await listFindings(open.store, { clause: 'c3' }, 5)
    const second = await listFindings(open.store, { clause: 'c3' }, 1000, first.next ?? undefined)
    expect([...first.items, ...second.items]).toEqual(third)
    expect(
      (await listFindings(open.store, { outcome: 'cannot-tell', disputed: true, patrol: '2020-03-23-m4' }, 5)).items,
    ).toHaveLength(1)
  })

  it('lets a rejected claim found nothing', async () => {
    const [refused] = (await listFindings(open.store, { obligation: 'text.hold', doer: 'hts' }, 1)).items
    const [claim] = refused?.claims ?? []
    if (!refused || !claim) throw new Error('no such finding')
    await reviewClaim(open, tools, 'amina', { ...claim, verdict: 'rejected', reason: 'misread' })
    expect((await listFindings(open.store, { id: refused.id }, 1)).items).toEqual([])
    const digest = await rebuildCase(open, tools)
    expect((await rebuildCase(open, tools)).sha256).toBe(digest.sha256)
    expect((await listFindings(open.store, { id: refused.id }, 1)).items).toEqual([])
  })

  it('comes to the same decision by decision as computed anew', async () => {
    const reports = ['seed-2020-03-16', 'idlib/010', 'roads/003', 'roads/004']
    const decide = (report: string, more: object) =>
      reviewClaim(open, tools, 'amina', {
        report,
        claim: 0,
        reason: 'as the page has it',
        verdict: 'rejected',
        ...more,
      })
    for (const report of reports) {
      expect((await decide(report, {})).ok).toBe(true)
      expect((await decide(report, { verdict: 'confirmed' })).ok).toBe(true)
      expect((await decide(report, { verdict: 'amended', amendment: { act: 'talks' } })).ok).toBe(true)
      expect((await decide(report, { verdict: 'confirmed' })).ok).toBe(true)
    }
    const step = await digestProjections(open.store)
    expect(await rebuildCase(open, tools)).toEqual(step)
  })

  it('adds nothing when it is loaded again', async () => {
    const size = await readLogSize(open.store)
    const again = await loadFolder(open, tools, DEFAULT_CASE)
    expect(again.ok && again.value).toMatchObject({ documents: 0, reports: { received: 0 } })
    expect(await readLogSize(open.store)).toBe(size)
  })
})

function ofFolder(asOf?: string): CaseRecord {
  const record = recordOfFolder(DEFAULT_CASE, asOf === undefined ? {} : { asOf })
  if (!record.ok) throw new Error(record.failure.message)
  return record.value
}

/** Findings with their sentences, as the store keeps them. */
function asTold(findings: readonly Finding[]): readonly Finding[] {
  const told: readonly Finding[] = JSON.parse(JSON.stringify(findings))
  return told
}

function comparable({ readings, abstracts, incidents, ...others }: CaseRecord): object {
  return {
    ...others,
    reports: [...readings.keys()].toSorted(),
    abstracts: [...abstracts].toSorted(),
    incidents: incidents.toSorted((a, b) => (a.incident.id < b.incident.id ? -1 : 1)),
  }
}
