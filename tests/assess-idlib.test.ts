import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assessCase, compareFindings, Assessor, statusOf } from '../src/assess/index.ts'
import { loadAssessmentRules, recordOfFolder } from '../src/compose/record/index.ts'
import type { CaseRecord, Finding } from '../src/model/index.ts'

const GOLDEN = join(import.meta.dirname, 'golden', 'assess-idlib.txt')
const rules = valueOf(loadAssessmentRules())
const record = valueOf(recordOfFolder())
const findings = assessCase(record, rules)
/** Findings with their sentences, as on the wire. */
const asTold = (some: readonly Finding[]): unknown => JSON.parse(JSON.stringify(some))
const of = (id: string): Finding | undefined => findings.find((finding) => finding.id === id)

describe('the Idlib case, assessed', () => {
  it('finds something for every clause', () => {
    const clauses = new Set(findings.map(({ clause }) => clause))
    expect(rules.agreement.clauses.map(({ id }) => id).filter((id) => !clauses.has(id))).toEqual([])
  })

  it('holds the first patrol for fulfilled in part, with both sides’ versions', () => {
    const first = of('c3.patrols/2020-03-15-m4')
    expect(first).toMatchObject({ outcome: 'fulfilled-in-part', disputed: false })
    expect(first?.versions.map(({ side }) => side)).toEqual(expect.arrayContaining(['ru', 'tr']))
    expect(first?.claims.map(({ report }) => report)).toContain('seed-2020-03-16')
  })

  it('holds the patrol of 23 March for disputed', () => {
    const second = of('c3.patrols/2020-03-23-m4')
    expect(second).toMatchObject({ outcome: 'cannot-tell', disputed: true, rule: 'patrol-disputed' })
    expect(second?.sentence).toMatch(/Russia says: .*cut short.*Turkey says: .*completed/)
  })

  it('books nobody’s refusal as a breach by a party', () => {
    const refusals = findings.filter(({ obligation }) => obligation === 'text.hold')
    expect(refusals.length).toBeGreaterThan(0)
    expect(refusals.filter(({ outcome }) => outcome === 'breach')).toEqual([])
    expect(refusals.find(({ doer }) => doer === 'hts')).toMatchObject({ outcome: 'not-covered', bound: 'refused' })
  })

  it('shows Turkey’s extra time as an extension by a decision', () => {
    // once a report is read as telling that the road was cleared, the term is met; the extension stays in its chain of reasons
    expect(of('c3.secure-road/deadline')).toMatchObject({ decision: '2020-03-15-extra-time' })
    expect(['extended', 'met']).toContain(of('c3.secure-road/deadline')?.deadline)
    expect(of('c3.secure-road/deadline')?.sentence).toContain(
      'More time was given on 15 March 2020, until when is not told, as Russia tells it',
    )
    expect(of('c3.secure-road/deadline')?.claims.length).toBeGreaterThan(0)
  })

  it('names for every finding an obligation, and a claim or an account that asserts', () => {
    for (const finding of findings) {
      const { subject, claims, obligation, sentence } = finding
      expect(rules.agreement.obligations.map(({ id }) => id)).toContain(obligation)
      expect(sentence).toContain('So: ')
      const accounts =
        subject.kind === 'patrol'
          ? record.patrols.find(({ id }) => id === subject.patrol)?.accounts.flatMap(({ sources }) => sources)
          : []
      expect(claims.length + (accounts?.length ?? 0)).toBeGreaterThan(0)
      if (subject.kind === 'incident')
        expect(
          claims.filter(({ report, claim }) => record.readings.get(report)?.claims[claim]?.modality !== 'asserted'),
        ).toEqual([])
    }
  })

  it('finds the same in any order, and the same again', () => {
    const turned: CaseRecord = {
      ...record,
      readings: new Map([...record.readings].toReversed()),
      incidents: [...record.incidents, ...record.incidents].toReversed(),
      patrols: record.patrols.toReversed(),
    }
    expect(asTold(assessCase(turned, rules))).toEqual(asTold(findings))
  })

  it('prints no zero for a day that nobody watched', () => {
    const assessor = new Assessor(rules)
    const ban = statusOf(findings, record, assessor, '2020-09-14').find(({ obligation }) => obligation === 'c1.cease')
    expect(ban?.kind === 'ban' && ban.days.every(({ alleged, watched }) => alleged.length > 0 || !watched)).toBe(true)
  })

  it('tells what a day added, and by which claims', () => {
    const [before, after] = ['2020-03-15', '2020-03-16'].map((asOf) =>
      assessCase(valueOf(recordOfFolder(undefined, { asOf })), rules),
    )
    const changes = compareFindings(before ?? [], after ?? [])
    expect(changes.some(({ why }) => why.join(' ').includes('seed-2020-03-16'))).toBe(true)
    expect(compareFindings(findings, findings)).toEqual([])
  })

  it('says of patrols what it said when last looked at (UPDATE=1 writes it anew)', () => {
    // what rests on the reading of clipped abstracts alone is in the file to be looked at, but moves with every better reading
    if (process.env['UPDATE']) writeFileSync(GOLDEN, findings.map(drawn).join('\n'))
    const golden = readFileSync(GOLDEN, 'utf8')
    const settled = findings.filter(({ subject }) => subject.kind === 'patrol')
    expect(settled.length).toBeGreaterThan(20)
    for (const finding of settled) expect(golden).toContain(drawn(finding))
  })
})

function drawn({ id, outcome, disputed, deadline, sentence }: Finding): string {
  return `${id}: ${outcome}${disputed ? ', told differently' : ''}${deadline === null ? '' : `, deadline ${deadline}`}\n  ${sentence}\n`
}

function valueOf<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly failure: { readonly message: string } },
): T {
  if (result.ok) return result.value
  throw new Error(result.failure.message)
}
