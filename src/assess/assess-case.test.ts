import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseRecord, Decision, Finding, Modality } from '../model/index.ts'
import { assessCase } from './assess-case.ts'
import { Assessor } from './assessor.ts'
import { SAMPLE_AGREEMENT } from './testing/sample-agreement.ts'
import { FAR_AWAY, IN_VALLEY, sampleRecord, sampleRules, type SampleIncident } from './testing/write-record.ts'

const shelling = (more: Partial<SampleIncident> = {}, actor: string | null = 'north-army'): SampleIncident => ({
  id: 'a1',
  claims: [{ act: 'shelling', actor }],
  place: IN_VALLEY,
  ...more,
})
const findingsOf = (incident: SampleIncident, yaml?: string): readonly Finding[] =>
  assessCase(sampleRecord([incident]), sampleRules(yaml), '2027-04-01').filter(
    ({ subject }) => subject.kind === 'incident',
  )
const ruleOf = (incident: SampleIncident, yaml?: string) => {
  const [finding] = findingsOf(incident, yaml)
  return finding ? [finding.outcome, finding.rule, finding.bound] : null
}
/** Findings with their sentences, as on the wire. */
const asTold = (findings: readonly Finding[]): unknown => JSON.parse(JSON.stringify(findings))

describe('a ban', () => {
  it('is broken by a force of somebody who signed, which stays an allegation', () => {
    const [finding] = findingsOf(shelling())
    expect(finding).toMatchObject({ outcome: 'breach', doer: 'north', bound: 'party', validity: 'alleged' })
    expect(finding?.sentence).toBe(
      'According to Valley News: “shelling” (shelling, 5 March 2027, Millbridge). Clause c1: Both hold their fire in the valley. ' +
        'North is bound by the obligation. So: a breach by North, if it happened as told (alleged, not verified; 1 independent origin).',
    )
  })

  it('is broken by nobody who signed where a non-signatory does it, which may touch a guarantor', () => {
    const [finding] = findingsOf(shelling({}, 'league'))
    expect(finding).toMatchObject({ outcome: 'not-covered', rule: 'done-by-others', bound: 'refused', doer: 'league' })
    expect(finding?.sentence).toContain('did not sign and refuses the agreement')
    expect(finding?.sentence).toContain('touches the duty of The Mediator')
  })

  it.each([
    ['nobody is named', shelling({ claims: [{ act: 'shelling' }] }), ['cannot-tell', 'doer-not-told', 'unknown']],
    [
      'two are named',
      shelling({
        claims: [
          { act: 'shelling', actor: 'north' },
          { act: 'shelling', actor: 'south' },
        ],
      }),
      ['cannot-tell', 'doer-disputed', 'unknown'],
    ],
    [
      'others are named in words that lead to nobody',
      shelling({
        claims: [
          { act: 'shelling', actor: 'north' },
          { act: 'shelling', actor: null },
        ],
      }),
      ['cannot-tell', 'doer-disputed', 'unknown'],
    ],
    [
      'the doer is told to be the victim as well',
      shelling({ claims: [{ act: 'shelling', actor: 'north', target: 'north-army' }] }),
      ['cannot-tell', 'doer-disputed', 'unknown'],
    ],
    ['an agency is taken for the doer', shelling({}, 'valley-news'), ['cannot-tell', 'doer-not-told', 'unknown']],
    ['no day is told', shelling({ on: null }), ['cannot-tell', 'time-not-told', 'unknown']],
    ['no place is told', shelling({ place: null }), ['cannot-tell', 'place-not-told', 'unknown']],
    [
      'the place may reach across the edge',
      shelling({ place: { ...IN_VALLEY, radiusMetres: 90_000, source: 'case:x' } }),
      ['cannot-tell', 'place-not-told', 'unknown'],
    ],
    ['it lies elsewhere', shelling({ place: FAR_AWAY }), ['not-covered', 'outside-zone', 'unknown']],
    ['it was before', shelling({ on: '2027-03-01' }), ['not-covered', 'before-term', 'unknown']],
    ['it was told before', shelling({ on: null, published: '2027-02-01' }), ['not-covered', 'before-term', 'unknown']],
    [
      'it was long before, at a place not told',
      shelling({ on: '2026-03-01', place: null }),
      ['not-covered', 'before-term', 'unknown'],
    ],
    [
      'verification found that it did not happen',
      shelling({ validity: 'refuted' }),
      ['consistent', 'did-not-happen', 'unknown'],
    ],
  ])('where %s', (_, incident, expected) => {
    expect(ruleOf(incident)).toEqual(expected)
  })

  it('goes by what people decided on responsibility before what claims say', () => {
    expect(findingsOf(shelling({ responsibility: 'attributable:south' }))[0]).toMatchObject({
      outcome: 'breach',
      doer: 'south',
    })
    expect(ruleOf(shelling({ responsibility: 'not-attributable' }))?.[1]).toBe('doer-not-told')
    expect(ruleOf(shelling({ responsibility: 'disputed' }))?.[1]).toBe('doer-disputed')
  })

  it('whose beginning nobody published gives "cannot tell"', () => {
    expect(
      ruleOf(shelling(), SAMPLE_AGREEMENT.replace("from: '2027-03-02', to: open", 'from: unknown, to: open'))?.[1],
    ).toBe('time-not-told')
  })

  it('leaves out what is excepted', () => {
    const excepted = SAMPLE_AGREEMENT.replace(
      '    zone: valley\n',
      '    zone: valley\n    exceptions:\n      - {says: Drills., acts: [shelling], by: [north]}\n',
    )
    expect(ruleOf(shelling(), excepted)?.[1]).toBe('excepted')
    expect(ruleOf(shelling({}, 'south'), excepted)?.[1]).toBe('done-by-bound')
  })

  it('tells weapons apart by their words', () => {
    const weapons = SAMPLE_AGREEMENT.replace(
      'zones:\n',
      'weapons:\n  - {id: rocket, name: rockets, words: [rocket]}\n  - {id: mortar, name: mortars, words: [mortar]}\nzones:\n',
    ).replace('    zone: valley\n', '    zone: valley\n    weapons: [rocket]\n')
    const told = (quote: string) =>
      ruleOf(shelling({ claims: [{ act: 'shelling', actor: 'north', quote }] }), weapons)?.[1]
    expect([told('a rocket fell'), told('a mortar fired'), told('rocketry'), told('shells')]).toEqual([
      'done-by-bound',
      'other-weapon',
      'weapon-not-told',
      'weapon-not-told',
    ])
  })

  it('follows an amendment from its day on', () => {
    const amended = `${SAMPLE_AGREEMENT}amendments:\n  - {decision: d7, on: '2027-03-10', obligation: c1.cease, to: '2027-03-20'}\n`
    expect(findingsOf(shelling({ on: '2027-03-25' }), amended)[0]).toMatchObject({ rule: 'after-term', decision: 'd7' })
    expect(findingsOf(shelling({ on: '2027-03-05' }), amended)[0]).toMatchObject({
      rule: 'done-by-bound',
      decision: null,
    })
  })
})

describe('claims', () => {
  it.each<Modality>(['denied', 'planned', 'demanded', 'threatened', 'hypothetical'])(
    'that are %s found no finding',
    (modality) => {
      expect(findingsOf(shelling({ claims: [{ act: 'shelling', actor: 'north', modality }] }))).toEqual([])
    },
  )

  it('that are read with little certainty, or told before their day, found none either', () => {
    expect(findingsOf(shelling({ claims: [{ act: 'shelling', actor: 'north', confidence: 0.4 }] }))).toEqual([])
    expect(findingsOf(shelling({ on: '2027-03-05', published: '2027-03-04' }))).toEqual([])
  })

  it('that deny what others assert make it told differently', () => {
    const claims = [
      { act: 'shelling', actor: 'north' },
      { act: 'shelling', actor: 'north', modality: 'denied', speaker: 'north' },
    ] as const
    expect(findingsOf(shelling({ claims }))[0]).toMatchObject({
      outcome: 'breach',
      disputed: true,
      claims: [{ claim: 0 }],
    })
  })
})

describe('a duty with a last day', () => {
  const deadline = (incidents: readonly SampleIncident[], today: string, decisions: readonly Decision[] = []) =>
    assessCase(sampleRecord(incidents, { decisions }), sampleRules(), today).find(
      ({ subject }) => subject.kind === 'deadline',
    )
  const opened = (on: string): SampleIncident => ({
    id: 'o1',
    on,
    claims: [{ act: 'obstacle-cleared', actor: 'north' }],
  })
  const extended = (until: string | null): Decision => ({
    id: 'd1',
    on: '2027-03-09',
    text: 'North has more time.',
    resolution: { kind: 'extension', obligation: 'c2.open', party: 'north', until },
    signatures: [],
    claims: [{ report: 'report-x', claim: 0 }],
    source: null,
  })

  it('is due, and overdue when nothing tells that it was done, which is no breach yet', () => {
    expect(deadline([], '2027-03-11')).toMatchObject({ deadline: 'due', outcome: 'cannot-tell' })
    expect(deadline([], '2027-03-12')).toMatchObject({ deadline: 'overdue', outcome: 'cannot-tell' })
  })

  it('is met, or met late by so many days', () => {
    expect(deadline([opened('2027-03-10')], '2027-04-01')).toMatchObject({ deadline: 'met', outcome: 'fulfilled' })
    expect(deadline([opened('2027-03-13')], '2027-04-01')).toMatchObject({
      deadline: 'met-late',
      outcome: 'fulfilled-in-part',
    })
    expect(deadline([opened('2027-03-13')], '2027-04-01')?.sentence).toContain('done, 2 days late')
  })

  it('is extended by a decision, until a day or nobody knows how long', () => {
    expect(deadline([], '2027-03-20', [extended(null)])).toMatchObject({ deadline: 'extended', decision: 'd1' })
    expect(deadline([], '2027-03-20', [extended('2027-03-31')])).toMatchObject({ deadline: 'extended' })
    expect(deadline([], '2027-04-01', [extended('2027-03-31')])).toMatchObject({ deadline: 'overdue' })
  })

  it('is not failed by those who are bound where others hinder it', () => {
    expect(ruleOf({ id: 'h1', claims: [{ act: 'road-cut', actor: 'league' }] })).toEqual([
      'not-covered',
      'hindered',
      'refused',
    ])
  })
})

describe('silence', () => {
  const two = [shelling({ id: 'a1', on: '2027-03-05' }), shelling({ id: 'a2', on: '2027-03-25' })]
  const silence = (more: Partial<CaseRecord>) =>
    assessCase(sampleRecord(two, more), sampleRules(), '2027-04-01').find(({ subject }) => subject.kind === 'silence')

  it('says nothing unless the days were watched', () => {
    expect(silence({})).toMatchObject({ outcome: 'cannot-tell', on: { from: '2027-03-06', to: '2027-03-24' } })
    const watch = {
      from: '2027-03-01',
      to: '2027-03-31',
      what: 'valley',
      how: 'camera' as const,
      source: 'log',
      gap: false,
    }
    expect(silence({ coverage: [watch] })).toMatchObject({ outcome: 'consistent' })
    expect(silence({ coverage: [watch, { ...watch, from: '2027-03-10', to: '2027-03-11', gap: true }] })).toMatchObject(
      { outcome: 'cannot-tell' },
    )
  })
})

describe('any record', () => {
  const anyIncident = fc.record({
    act: fc.constantFrom('shelling' as const, 'obstacle-cleared' as const, 'road-cut' as const, 'talks' as const),
    actor: fc.constantFrom('north', 'south-ministry', 'league', null),
    modality: fc.constantFrom<Modality>('asserted', 'denied', 'planned', 'hypothetical'),
    on: fc.constantFrom('2027-02-20', '2027-03-02', '2027-03-12', null),
    place: fc.constantFrom(IN_VALLEY, FAR_AWAY, null),
  })
  const anyRecord = fc.array(anyIncident, { maxLength: 12 }).map((incidents) =>
    incidents.map(({ act, actor, modality, on, place }, i): SampleIncident => ({
      id: `i${i}`,
      on,
      place,
      claims: [{ act, actor, modality }],
    })),
  )

  it('gives the same findings in any order, with duplicates, and again', () => {
    fc.assert(
      fc.property(anyRecord, fc.infiniteStream(fc.nat()), (incidents, chance) => {
        const expected = assessCase(sampleRecord(incidents), sampleRules(), '2027-04-01')
        const shuffled = incidents.toSorted(() => (Number(chance.next().value) % 3) - 1)
        const doubled = sampleRecord([...shuffled, ...shuffled])
        expect(asTold(assessCase(doubled, sampleRules(), '2027-04-01'))).toEqual(asTold(expected))
      }),
      { numRuns: 60 },
    )
  })

  it('gives findings that name a claim that asserts, an obligation, and a reason', () => {
    fc.assert(
      fc.property(anyRecord, (incidents) => {
        const record = sampleRecord(incidents)
        for (const finding of assessCase(record, sampleRules(), '2027-04-01')) {
          expect(sampleRules().agreement.obligations.map(({ id }) => id)).toContain(finding.obligation)
          expect(finding.sentence).toContain('So: ')
          if (finding.subject.kind === 'deadline') continue
          expect(finding.claims.length).toBeGreaterThan(0)
          for (const { report, claim } of finding.claims)
            expect(record.readings.get(report)?.claims[claim]?.modality).toBe('asserted')
        }
      }),
      { numRuns: 60 },
    )
  })

  it('gives findings that have their sentence on the wire too', () => {
    const findings = assessCase(sampleRecord([shelling()]), sampleRules(), '2027-04-01')
    expect(asTold(findings)).toMatchObject(findings.map(({ id, sentence }) => ({ id, sentence })))
  })

  it('says of every pair of incident and obligation what it finds, also that it is not covered', () => {
    const record = sampleRecord([shelling()])
    const assessor = new Assessor(sampleRules())
    const [incident] = record.incidents
    const outcomes = assessor.rules.agreement.obligations.map(
      (obligation) => incident && assessor.assessPair(incident, obligation, record)?.rule,
    )
    expect(outcomes).toEqual(['done-by-bound', 'act-not-meant'])
  })
})
