import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Patrol, PatrolAccount } from '../../model/index.ts'
import { buildCorridor } from '../network/corridor.ts'
import { DEFAULT_PARAMETERS, PARAMETERS, type RiskParameters } from '../risk/parameters.ts'
import { recordOf, ROAD, type Told } from '../testing.fixture.ts'
import { planPatrol } from './plan-patrol.ts'
import type { PatrolPlan } from './proposal.ts'

function plan(
  told: readonly Told[],
  {
    at = '2020-03-15T09:00',
    patrols = [],
    parameters = DEFAULT_PARAMETERS,
  }: {
    readonly at?: string
    readonly patrols?: readonly Patrol[]
    readonly parameters?: RiskParameters
  } = {},
): PatrolPlan {
  const corridor = buildCorridor([ROAD], [], parameters)
  const request = { stretch: { road: 'r1', fromKm: 0, toKm: 60 }, departs: at }
  return planPatrol(request, { record: recordOf(told, patrols), roads: [ROAD], corridor, settlements: [], parameters })
}

const proposedOf = ({ proposals, proposed }: PatrolPlan) => proposals[proposed]
const kindsOf = ({ proposals }: PatrolPlan) => proposals.map(({ way }) => way.kind)
const crowd: Told = { report: 'a', act: 'patrol-blocked', km: 34, published: '2020-03-14' }

describe('planning a patrol', () => {
  it('drives the whole road where nothing is reported, and says that it is not watched', () => {
    const quiet = plan([])
    expect(proposedOf(quiet)?.way.kind).toBe('full')
    expect(proposedOf(quiet)?.exposure).toBeGreaterThan(0)
    expect(quiet.stretches.every(({ unwatched }) => unwatched > 0)).toBe(true)
  })

  it('turns before a crowd, at the last place to turn that keeps its distance', () => {
    const blocked = plan([crowd])
    expect(proposedOf(blocked)?.way).toMatchObject({ kind: 'shortened', turnAt: { km: 30 } })
    expect(blocked.proposals[0]).toMatchObject({ allowed: false, barredBy: [{ kind: 'crowd', place: 'Place 34' }] })
    expect(kindsOf(blocked)).toContain('postponed')
    expect(blocked.because[0]).toContain('Place 34')
  })

  it('never drives through a crowd or past a device, whatever the figures', () => {
    const names = Object.keys(PARAMETERS) as (keyof RiskParameters)[]
    const anyParameters = fc.record(
      Object.fromEntries(
        names.map((name) => [name, fc.double({ min: 0.01, max: PARAMETERS[name].default * 10, noNaN: true })]),
      ),
    ) as fc.Arbitrary<RiskParameters>
    const act = fc.constantFrom('patrol-blocked' as const, 'ied-mine' as const, 'human-shield' as const)
    fc.assert(
      fc.property(anyParameters, act, fc.integer({ min: 2, max: 58 }), (figures, act, km) => {
        const days = { crowdLapseDays: 10, deviceLapseDays: 10, obstacleLapseDays: 10 }
        const parameters = { ...figures, ...days, firstHour: 6, lastHour: 15 }
        const blocked = plan([{ report: 'a', act, km, published: '2020-03-14' }], { parameters })
        for (const { allowed, way, patrolledKm } of blocked.proposals) {
          if (allowed && way.kind !== 'postponed') expect(patrolledKm).toBeLessThan(km - 1)
        }
        expect(proposedOf(blocked)?.way.kind).not.toBe('full')
      }),
      { numRuns: 60 },
    )
  })

  it('does not bar the road for a threat, a denial or a plan', () => {
    for (const modality of ['threatened', 'denied', 'planned'] as const)
      expect(proposedOf(plan([{ ...crowd, modality }]))?.way.kind).toBe('full')
  })

  it('takes a device that went off for spent after two days, and one that did not for a danger', () => {
    const device: Told = { report: 'd', act: 'ied-mine', km: 34, published: '2020-03-10' }
    expect(proposedOf(plan([{ ...device, quote: 'a device exploded' }]))?.way.kind).toBe('full')
    expect(proposedOf(plan([{ ...device, quote: 'a device was planted' }]))?.way.kind).toBe('shortened')
  })
})

describe('a road too dangerous to drive', () => {
  const attacks = [0, 1, 2, 3].map((i): Told => {
    return { report: `r${i}`, act: 'attack-on-patrol', km: 3, published: '2020-03-14' }
  })
  const parameters = { ...DEFAULT_PARAMETERS, originBelief: 1 }

  it('is not proposed, though nothing bars it; waiting is, until age has made it bearable', () => {
    const risky = plan(attacks, { parameters })
    expect(risky.proposals[0]).toMatchObject({ allowed: true, way: { kind: 'full' } })
    const { way, deciding } = proposedOf(risky) ?? expect.fail('nothing proposed')
    expect(way.kind).toBe('postponed')
    expect(deciding?.risk).toBeLessThanOrEqual(parameters.highestRisk)
  })
})

describe('what bars the road', () => {
  const account: PatrolAccount = {
    side: 'tr',
    number: null,
    numberNote: null,
    outcome: 'completed',
    says: 'It drove the road.',
    reason: null,
    fromKm: 0,
    toKm: 60,
    turnedBackAtKm: null,
    departed: null,
    returned: null,
    incidents: [],
    sources: [],
    claims: [],
  }
  const patrolOn = (on: string): Patrol => ({ id: `${on}-r1`, on, road: 'r1', planned: null, accounts: [account] })

  it('lapses with time', () => {
    const later = plan([crowd], { at: '2020-03-24T09:00' })
    expect(proposedOf(later)?.way.kind).toBe('full')
    expect(later.lifted[0]?.why).toEqual({ kind: 'lapsed', on: '2020-03-24' })
    expect(proposedOf(plan([crowd], { at: '2020-03-23T09:00' }))?.way.kind).toBe('shortened')
  })

  it('is gone when reported cleared near it, and not when cleared elsewhere or before', () => {
    const cleared: Told = { report: 'c', act: 'obstacle-cleared', km: 35, published: '2020-03-15' }
    expect(plan([crowd, cleared]).lifted[0]?.why.kind).toBe('cleared')
    expect(plan([crowd, { ...cleared, km: 50 }]).lifted).toEqual([])
    expect(plan([crowd, { ...cleared, published: '2020-03-13' }]).lifted).toEqual([])
  })

  it('is gone when a later patrol drove past, and not by that of the same day', () => {
    expect(plan([crowd], { at: '2020-03-17T09:00', patrols: [patrolOn('2020-03-16')] }).lifted[0]?.why).toEqual({
      kind: 'driven-past',
      patrol: '2020-03-16-r1',
      side: 'tr',
    })
    expect(plan([crowd], { at: '2020-03-17T09:00', patrols: [patrolOn('2020-03-14')] }).lifted).toEqual([])
  })
})

describe('risk', () => {
  const attacks: readonly Told[] = [
    { report: 'a', act: 'attack-on-patrol', km: 20, published: '2020-03-14' },
    { report: 'b', act: 'shelling', km: 22, published: '2020-03-01' },
  ]
  const riskAtKm = (plan: PatrolPlan, km: number) => plan.stretches.find(({ fromKm }) => fromKm === km)

  it('falls by what leaving an incident out says', () => {
    const both = riskAtKm(plan(attacks), 20)
    for (const told of attacks) {
      const without = riskAtKm(plan(attacks.filter((one) => one !== told)), 20)
      const left = both?.contributions.find(({ incident }) => incident === `i-${told.report}`)
      expect((both?.risk ?? 0) - (left?.withoutIt ?? 0)).toBeCloseTo(without?.risk ?? 0, 9)
    }
  })

  it('falls with distance and with age, and is less where somebody watched', () => {
    const now = plan(attacks)
    expect(riskAtKm(now, 20)?.risk).toBeGreaterThan(riskAtKm(now, 26)?.risk ?? 1)
    expect(riskAtKm(plan(attacks, { at: '2020-04-14T09:00' }), 20)?.risk).toBeLessThan(riskAtKm(now, 20)?.risk ?? 0)
  })

  it('is greater in the dark, so that another hour is proposed', () => {
    expect(kindsOf(plan([], { at: '2020-03-15T20:00' }))).toContain('other-hour')
  })
})
