import { describe, expect, it } from 'vitest'
import type { Incident, Reading } from '../model/index.ts'
import { corroborate } from './index.ts'
import { BETRIN, DOLMIR, MINISTRY, shellingOfDolmir, writeReading } from './testing/write-reading.ts'

function only(incidents: readonly Incident[]): Incident {
  expect(incidents).toHaveLength(1)
  const [incident] = incidents
  if (!incident) throw new Error('no incident')
  return incident
}

describe('corroborate', () => {
  it('keeps both claims when sides disagree', () => {
    const incident = only(
      corroborate([
        writeReading({
          id: 'courier',
          claims: [shellingOfDolmir({ speaker: MINISTRY, actor: 'the Highland League' })],
        }),
        writeReading({
          id: 'radio',
          claims: [shellingOfDolmir({ speaker: 'League spokeswoman Mara Ilsen', modality: 'denied' })],
        }),
      ]),
    )
    expect(incident.claims).toHaveLength(2)
    expect(incident.independentOrigins).toBe(2)
    expect(incident.contradictions).toEqual([
      { field: 'modality', between: [0, 1], values: expect.arrayContaining(['asserted', 'denied']) },
    ])
  })

  it('counts eight outlets of one ministry as one origin', () => {
    const outlets = Array.from({ length: 8 }, (_, n) =>
      writeReading({
        id: `outlet-${n}`,
        claims: [shellingOfDolmir({ speaker: n % 2 ? MINISTRY : 'the Ministry of Defence', via: 'the agency' })],
      }),
    )
    const incident = only(corroborate(outlets))
    expect(incident.origins).toHaveLength(1)
    expect(incident.origins[0]?.reports).toHaveLength(8)
    expect(incident.independentOrigins).toBe(1)
  })

  it('counts a near-copy without a source as no origin of its own', () => {
    const wire = 'three mortar rounds fired from Ulvet ridge struck the market street of Dolmir shortly before noon'
    const incident = only(
      corroborate([
        writeReading({ id: 'wire', claims: [shellingOfDolmir({ quote: wire, speaker: MINISTRY })] }),
        writeReading({ id: 'copy', claims: [shellingOfDolmir({ quote: `${wire} on Sunday` })] }),
        writeReading({
          id: 'own',
          claims: [shellingOfDolmir({ quote: 'our correspondent saw smoke over the stalls after an attack' })],
        }),
      ]),
    )
    expect(incident.origins.map(({ reports }) => reports)).toEqual([['copy', 'wire'], ['own']])
  })

  it('does not make one speaker of two ministries', () => {
    const incident = only(
      corroborate([
        writeReading({ id: 'a', claims: [shellingOfDolmir({ speaker: 'the Turkish Defence Ministry' })] }),
        writeReading({ id: 'b', claims: [shellingOfDolmir({ speaker: 'the Russian Defense Ministry' })] }),
        writeReading({ id: 'c', claims: [shellingOfDolmir({ speaker: 'the Defence Ministry' })] }),
      ]),
    )
    expect(incident.independentOrigins).toBe(2)
  })

  it('takes a pronoun and a paraphrase for the speaker named before', () => {
    const incident = only(
      corroborate([
        writeReading({
          id: 'a',
          claims: [
            shellingOfDolmir({ speaker: MINISTRY }),
            shellingOfDolmir({ speaker: 'it' }),
            shellingOfDolmir({ speaker: 'the military department' }),
          ],
        }),
      ]),
    )
    expect(incident.origins).toHaveLength(1)
  })

  it('does not chain strangers', () => {
    const day = (n: number): Reading =>
      writeReading({
        id: `day-${n}`,
        published: `2027-04-0${n}`,
        claims: [shellingOfDolmir({ date: `2027-04-0${n}` })],
      })
    const incidents = corroborate([1, 2, 3, 4, 5, 6].map(day))
    expect(incidents.length).toBeGreaterThan(1)
    for (const { claims } of incidents) {
      const days = claims.map(({ report }) => Number(report.slice(4)))
      expect(Math.max(...days) - Math.min(...days)).toBeLessThanOrEqual(2)
    }
  })

  it('keeps casualties as each origin tells them', () => {
    const incident = only(
      corroborate([
        writeReading({ id: 'a', claims: [shellingOfDolmir({ speaker: MINISTRY, killed: 3 })] }),
        writeReading({ id: 'b', claims: [shellingOfDolmir({ speaker: 'Doctor Olda Rimm', killed: 9 })] }),
      ]),
    )
    const [contradiction] = incident.contradictions
    expect(contradiction?.field).toBe('harm')
    expect(
      contradiction?.values
        .map((value) => (typeof value === 'object' && 'killed' in value ? value.killed?.min : null))
        .sort(),
    ).toEqual([3, 9])
  })

  it('keeps an event that a later report only recalls apart from its witnesses', () => {
    const incidents = corroborate([
      writeReading({ id: 'then', claims: [shellingOfDolmir({ speaker: MINISTRY })] }),
      writeReading({
        id: 'later',
        published: '2027-06-01',
        claims: [{ act: 'talks', quote: 'both sides met at Torvik', date: '2027-05-31' }, shellingOfDolmir({})],
      }),
    ])
    const shelling = incidents.find(({ act }) => act === 'shelling')
    expect(shelling?.claims).toEqual([{ report: 'then', claim: 0 }])
    expect(shelling?.recalls).toEqual([{ report: 'later', claim: 1 }])
    expect(shelling?.independentOrigins).toBe(1)
  })

  it('takes a place that is not told for no contradiction', () => {
    const incident = only(
      corroborate([
        writeReading({ id: 'a', claims: [shellingOfDolmir({ speaker: MINISTRY })] }),
        writeReading({
          id: 'b',
          claims: [
            { act: 'shelling', quote: 'mortar rounds struck the market street', date: '2027-04-11', speaker: MINISTRY },
          ],
        }),
      ]),
    )
    expect(incident.place?.lat).toBe(DOLMIR[0])
    expect(incident.contradictions).toEqual([])
  })

  describe('a report of a sentence or two', () => {
    const patrol = 'the first joint patrol on the ridge road was cut short on Sunday over provocations of armed groups'
    const brief = writeReading({
      id: 'flash',
      published: '2027-04-12',
      claims: [{ act: 'patrol-shortened', quote: patrol }],
    })
    const found = (other: Reading) =>
      corroborate([other, brief]).find(({ claims }) => claims.some(({ report }) => report === 'flash'))

    it('goes with the act that another tells further on, not with what that one leads with', () => {
      const longer = writeReading({
        id: 'page',
        published: '2027-04-13',
        claims: [
          {
            act: 'agreement-refused',
            quote: 'armed groups refuse the joint agreement over the ridge road',
            speaker: MINISTRY,
          },
          { act: 'patrol-shortened', quote: patrol, speaker: MINISTRY },
        ],
      })
      expect(found(longer)?.claims).toContainEqual({ report: 'page', claim: 1 })
      expect(found(longer)?.claims).not.toContainEqual({ report: 'page', claim: 0 })
    })

    it('does not go with what a long report mentions in its background', () => {
      const background = writeReading({
        id: 'page',
        published: '2027-05-30',
        claims: [
          {
            act: 'talks',
            quote: `both sides met at Torvik ${'and spoke of trade and of water '.repeat(15)}`,
            date: '2027-05-29',
          },
          { act: 'patrol-shortened', quote: 'an earlier patrol on another road was cut short' },
        ],
      })
      expect(found(background)?.claims).toEqual([{ report: 'flash', claim: 0 }])
    })

    it('goes with another as a whole, whatever act was read of either', () => {
      const other = writeReading({
        id: 'other',
        published: '2027-04-12',
        claims: [{ act: 'patrol-held', quote: `${patrol}, vehicles turned back` }],
      })
      expect(found(other)?.claims).toContainEqual({ report: 'other', claim: 0 })
    })
  })

  it('keeps acts of force at two villages apart, however alike they are told', () => {
    const told = (id: string, at: typeof DOLMIR | typeof BETRIN, village: string) =>
      writeReading({
        id,
        claims: [
          {
            act: 'shelling',
            quote: `the army shelled ${village} at noon`,
            date: '2027-04-11',
            at,
            speaker: 'residents',
          },
        ],
      })
    const incidents = corroborate([
      told('a', DOLMIR, 'Dolmir'),
      told('b', BETRIN, 'Betrin'),
      told('c', DOLMIR, 'Dolmir'),
    ])
    expect(incidents.map(({ claims }) => claims.map(({ report }) => report))).toEqual([['a', 'c'], ['b']])
  })

  it('is known by an act that is told as done, before one that is planned', () => {
    const incident = only(
      corroborate([
        writeReading({
          id: 'a',
          claims: [shellingOfDolmir({ modality: 'planned', act: 'armed-clash' })],
        }),
        writeReading({ id: 'b', claims: [shellingOfDolmir({ speaker: MINISTRY })] }),
      ]),
    )
    expect(incident.act).toBe('shelling')
  })
})
