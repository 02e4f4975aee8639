import { describe, expect, it } from 'vitest'
import { Principals } from '../actors/principals.ts'
import { sampleRecord, sampleRules, type SampleIncident } from '../testing/write-record.ts'
import { sideLedgers } from './side-ledgers.ts'

const { agreement, actors } = sampleRules()
const ledgersOf = (incidents: readonly SampleIncident[]) =>
  sideLedgers(sampleRecord(incidents), agreement.sides, new Principals(agreement, actors))
const told = (id: string, speaker: string, on = '2027-05-06'): SampleIncident => ({
  id,
  on,
  claims: [{ act: 'ceasefire-breached', speaker }],
})
const counts = (ledgers: ReturnType<typeof ledgersOf>) =>
  ledgers.days.map(({ day, sides }) => [
    day,
    ...sides.map(({ reported, confirmed, disputed, neverMentioned }) => [
      reported.length,
      confirmed.length,
      disputed.length,
      neverMentioned.length,
    ]),
  ])

/** A day as commissions have had them: one side registers fifteen, the other eleven, and neither confirms any of the other's. */
const FIFTEEN_AND_ELEVEN = [
  ...Array.from({ length: 15 }, (_, i) => told(`n${i}`, 'north-army')),
  ...Array.from({ length: 11 }, (_, i) => told(`s${i}`, 'south-ministry')),
]

describe('the sides’ ledgers', () => {
  it('show a day on which one side reports fifteen, the other eleven, and confirms none', () => {
    expect(counts(ledgersOf(FIFTEEN_AND_ELEVEN))).toEqual([['2027-05-06', [15, 0, 0, 11], [11, 0, 0, 15]]])
  })

  it('tell a denial from silence', () => {
    const denied = FIFTEEN_AND_ELEVEN.map((incident): SampleIncident =>
      incident.id.startsWith('s')
        ? {
            ...incident,
            claims: [...incident.claims, { act: 'ceasefire-breached', speaker: 'north', modality: 'denied' }],
          }
        : incident,
    )
    expect(counts(ledgersOf(denied))).toEqual([['2027-05-06', [15, 0, 11, 0], [11, 0, 0, 15]]])
  })

  it('count as confirmed what both sides say', () => {
    const both: SampleIncident = {
      id: 'b',
      claims: [
        { act: 'shelling', speaker: 'north' },
        { act: 'shelling', speaker: 'south-ministry' },
      ],
    }
    const [north, south] = ledgersOf([both]).all
    expect([north?.confirmed, south?.confirmed]).toEqual([['b'], ['b']])
  })

  it('hold nothing of agencies and of those who are no side', () => {
    expect(ledgersOf([told('x', 'valley-news'), told('y', 'league')]).days).toEqual([])
  })
})
