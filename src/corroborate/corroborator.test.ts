import { array, assert, constantFrom, integer, option, property, record, shuffledSubarray, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corroborate, Corroborator, countWordRarity } from './index.ts'
import { BETRIN, DOLMIR, MINISTRY, shellingOfDolmir, writeReading } from './testing/write-reading.ts'

const SKETCH = record({
  act: constantFrom('shelling', 'armed-clash', 'patrol-held', 'patrol-shortened', 'talks'),
  modality: constantFrom('asserted', 'denied'),
  quote: constantFrom(
    'mortar rounds struck Dolmir',
    'the patrol turned back at the bridge',
    'shots were heard near Betrin after dusk',
  ),
  speaker: option(constantFrom(MINISTRY, 'the Ministry of Defence', 'Mara Ilsen', 'it', 'residents')),
  at: constantFrom(DOLMIR, BETRIN),
  date: constantFrom('2027-04-10', '2027-04-11', '2027-04-12', '2027-03-01'),
  killed: integer({ min: 1, max: 4 }),
})
const RECORD = array(
  tuple(constantFrom('2027-04-11', '2027-04-12', '2027-04-13', null), array(SKETCH, { minLength: 1, maxLength: 4 })),
  {
    minLength: 2,
    maxLength: 12,
  },
).map((reports) =>
  reports.map(([published, claims], n) =>
    writeReading({ id: `report-${n}`, outlet: `outlet ${n % 5}`, published, claims }),
  ),
)

describe('linking', () => {
  it('is independent of the order of arrival', () => {
    assert(
      property(
        RECORD.chain((readings) =>
          tuple(
            shuffledSubarray([...readings], { minLength: readings.length }),
            shuffledSubarray([...readings], { minLength: readings.length }),
          ),
        ),
        ([one, other]) => {
          expect(corroborate(one)).toEqual(corroborate(other))
        },
      ),
    )
  })

  it('comes to the same report by report as all at once', () => {
    assert(
      property(RECORD, (readings) => {
        const wordRarity = countWordRarity(readings)
        const corroborator = new Corroborator({ wordRarity })
        for (const reading of readings) corroborator.add([reading])
        expect([...corroborator.incidents()]).toEqual(corroborate(readings, { wordRarity }))
      }),
    )
  })

  it('keeps rows apart of a table that has one row an event, however alike, and links a page with one of them', () => {
    const row = (id: string) => {
      const reading = writeReading({ id, published: '2027-04-12', claims: [shellingOfDolmir({})] })
      return { ...reading, report: { ...reading.report, eventTable: 'a table' } }
    }
    const page = writeReading({ id: 'page', published: '2027-04-12', claims: [shellingOfDolmir({})] })
    expect(corroborate([row('1'), row('2')])).toHaveLength(2)
    expect(corroborate([row('1'), page])).toHaveLength(1)
    expect(corroborate([row('1'), row('2'), page])).toHaveLength(2)
  })

  it('puts every claim into one incident', () => {
    assert(
      property(RECORD, (readings) => {
        const placed = corroborate(readings).flatMap(({ claims, recalls }) => claims.concat(recalls))
        const names = placed.map(({ report, claim }) => `${report} ${claim}`)
        expect(new Set(names).size).toBe(names.length)
        expect(names).toHaveLength(readings.reduce((sum, { claims }) => sum + claims.length, 0))
      }),
    )
  })

  it('stays the same when more reports share a key than are compared', () => {
    const crowd = Array.from({ length: 120 }, (_, n) =>
      writeReading({
        id: `report-${n}`,
        claims: [{ act: 'shelling', quote: 'shells fell', date: '2027-04-11', at: [34 + (n % 60) / 10, 36, 500] }],
      }),
    )
    const wordRarity = countWordRarity(crowd)
    const corroborator = new Corroborator({ wordRarity })
    for (const reading of crowd) corroborator.add([reading])
    expect([...corroborator.incidents()]).toEqual(corroborate(crowd.toReversed(), { wordRarity }))
  })

  it('touches only the neighbourhood of a report that is added', () => {
    const corroborator = new Corroborator()
    const far = Array.from({ length: 50 }, (_, n) =>
      writeReading({
        id: `far-${n}`,
        published: `20${10 + n}-01-02`,
        claims: [shellingOfDolmir({ date: `20${10 + n}-01-01` })],
      }),
    )
    corroborator.add(far)
    expect(corroborator.add([writeReading({ id: 'new', claims: [shellingOfDolmir({})] })])).toBe(1)
  })
})
