import { describe, expect, it } from 'vitest'
import type { Patrol, PatrolAccount } from '../../model/index.ts'
import { countPatrols } from './statistics.ts'

const OBLIGED = { road: 'm4', fromKm: 110, toKm: 40 }

function account(side: string, told: Partial<PatrolAccount>): PatrolAccount {
  const nothing = { number: null, numberNote: null, reason: null, fromKm: null, toKm: null, turnedBackAtKm: null }
  const rest = { departed: null, returned: null, incidents: [], sources: [], claims: [] }
  return { side, outcome: 'held', says: 'It took place.', ...nothing, ...rest, ...told }
}

function patrol(on: string, ...accounts: readonly PatrolAccount[]): Patrol {
  return { id: `${on}-m4`, on, road: 'm4', planned: null, accounts }
}

const counted = countPatrols(
  [
    patrol(
      '2020-03-15',
      account('ru', { outcome: 'shortened', reason: 'a crowd', turnedBackAtKm: 100 }),
      account('tr', { toKm: 90 }),
    ),
    patrol('2020-03-16', account('tr', {})),
    patrol('2020-04-01', account('tr', { outcome: 'cancelled', reason: 'a crowd' })),
  ],
  OBLIGED,
)

describe('what was driven of what was obliged', () => {
  it('goes by weeks, by the account that tells of least and of most', () => {
    expect(
      counted.weeks.map(({ monday, patrols, leastKm, mostKm, untold }) => [monday, patrols, leastKm, mostKm, untold]),
    ).toEqual([
      ['2020-03-09', 1, 10, 20, 0],
      ['2020-03-16', 1, 0, 0, 1],
      ['2020-03-23', 0, 0, 0, 0],
      ['2020-03-30', 1, 0, 0, 0],
    ])
    expect(counted.weeks[0]?.obligedKm).toBe(70)
  })

  it('names what was never reached, the days between, and why', () => {
    expect(counted.neverReached).toEqual([{ fromKm: 40, toKm: 90 }])
    expect(counted.daysBetween).toEqual([1, 16])
    expect(counted.causes).toEqual([
      {
        reason: 'a crowd',
        accounts: [
          { patrol: '2020-03-15-m4', side: 'ru' },
          { patrol: '2020-04-01-m4', side: 'tr' },
        ],
      },
    ])
  })

  it('is nothing without patrols', () => {
    expect(countPatrols([], OBLIGED)).toMatchObject({
      weeks: [],
      daysBetween: [],
      neverReached: [{ fromKm: 40, toKm: 110 }],
    })
  })
})
