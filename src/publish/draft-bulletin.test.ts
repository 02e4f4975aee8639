import { describe, expect, it } from 'vitest'
import { draftBulletin } from './draft-bulletin.ts'
import { FACTS, recordOf, recordOfMany, SCOPE } from './record.fixture.ts'
import type { Finding } from '../model/index.ts'

describe('a bulletin', () => {
  it('carries the ids behind every sentence about what happened', () => {
    const bulletin = draftBulletin(recordOfMany(30), SCOPE, FACTS)
    for (const { text, cites } of bulletin.summary) {
      expect([text, cites.incidents.length + cites.claims.length + cites.findings.length > 0]).toEqual([text, true])
    }
    expect(bulletin.incidents.every(({ claims }) => claims.length > 0)).toBe(true)
  })

  it('tells only what belongs to its period, by the event’s day or the report’s', () => {
    const input = recordOf([{ id: 'a' }, { id: 'b', published: '2020-03-20' }])
    const other = {
      ...SCOPE,
      from: '2020-03-20',
      to: '2020-03-20',
      cutOff: { ...SCOPE.cutOff, day: '2020-03-20', instant: '2020-03-20T17:30:00Z' },
    }
    expect(draftBulletin(input, other, FACTS).incidents.map(({ id }) => id)).toEqual(['ib'])
    expect(draftBulletin(input, SCOPE, FACTS).incidents.map(({ id }) => id)).toEqual(['ia', 'ib'])
  })

  it('leaves out what came in after its cut-off', () => {
    const input = recordOf([
      { id: 'a', published: '2020-03-16T19:29:00+02:00' },
      { id: 'b', published: '2020-03-16T19:31:00+02:00' },
    ])
    expect(draftBulletin(input, SCOPE, FACTS).incidents.map(({ id }) => id)).toEqual(['ia'])
  })

  it('names an actor only where the case knows it; words of reports stay in quotation marks', () => {
    const input = recordOf([{ id: 'a', words: 'terrorists shelled the village' }])
    const [one] = input.incidents
    const described = one ? [{ ...one, actors: ['terrorists'], targets: ['tr'] }] : []
    const [told] = draftBulletin({ ...input, incidents: described }, SCOPE, FACTS).incidents
    expect(told?.sentence).toBe('According to Russia, there was shelling (towards Turkey), 16 March 2020.')
    expect(told?.versions[0]?.quotes).toEqual(['terrorists shelled the village'])
  })

  it('says what changed since an earlier bulletin, which stays as it was', () => {
    const input = recordOf([{ id: 'a' }])
    const before = draftBulletin(input, SCOPE, FACTS)
    const verified = input.incidents.map((one) => ({ ...one, validity: 'verified' as const }))
    const after = draftBulletin(
      { ...input, incidents: verified, earlier: [before] },
      { ...SCOPE, id: '2020-03-16-2', supersedes: '2020-03-16' },
      FACTS,
    )
    expect(after.corrections.map(({ text }) => text)).toEqual([
      'This bulletin replaces the one of 16 March 2020, 2020-03-16, which stays readable.',
      'Bulletin 2020-03-16 (16 March 2020), incident ia: was alleged, is verified.',
    ])
    expect(before.incidents[0]?.validity).toBe('alleged')
  })

  it('counts its figures so that the data beside it give them again', () => {
    const { figures, incidents } = draftBulletin(recordOfMany(200), SCOPE, FACTS)
    const total = figures.find(({ id }) => id === 'incidents')
    expect(total?.value).toBe(incidents.length)
    const families = figures.filter(({ id }) => id.startsWith('family-'))
    expect(families.reduce((sum, { value }) => sum + value, 0)).toBe(incidents.length)
  })

  it('puts breaches first in the annex, with the clause', () => {
    const input = recordOf([{ id: 'a' }, { id: 'b' }])
    const finding: Finding = {
      id: 'f',
      clause: 'c1',
      obligation: 'c1.cease',
      subject: { kind: 'incident', incident: 'ib' },
      outcome: 'breach',
      validity: 'alleged',
      responsibility: 'undetermined',
      bound: 'party',
      doer: null,
      on: null,
      rule: 'done-by-bound',
      origins: 1,
      claims: [],
      versions: [],
      disputed: false,
      deadline: null,
      decision: null,
      sentence: 'why',
    }
    const { annex } = draftBulletin({ ...input, findings: [finding] }, SCOPE, FACTS)
    expect(annex.map(({ incident, clause }) => [incident, clause])).toEqual([
      ['ib', 'c1.cease'],
      ['ia', ''],
    ])
  })
})
