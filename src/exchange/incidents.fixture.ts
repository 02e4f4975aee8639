import * as fc from 'fast-check'
import { ACTS, type TimeReference } from '../model/index.ts'
import type { ExchangedIncident } from './exchanged-incident.ts'

const anyWords = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((text) => text.toWellFormed()),
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    "'=x",
    '-2',
    '@sum',
    ' padded ',
    'two\nlines',
    'cr\r\nlf',
    '"quoted, with comma"',
    'سراقب',
    ']]>',
    '<b>&amp;',
  ),
)
const anyDay = fc
  .tuple(fc.integer({ min: 2011, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
const anyTime: fc.Arbitrary<TimeReference> = fc.oneof(
  anyDay.map((day) => ({ from: day, to: day, precision: 'day' as const })),
  anyDay.map((day) => ({ from: `${day}T08:50`, to: `${day}T08:50`, precision: 'minute' as const })),
  anyDay.map((day) => ({ from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-28`, precision: 'month' as const })),
)
const anyCount = fc.oneof(
  fc.nat(500).map((count) => ({ min: count, max: count })),
  fc.nat(500).map((count) => ({ min: count, max: null })),
)
const anyDegrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map((value) => value + 0)
const anyPlace = fc.record({
  name: anyWords,
  lat: anyDegrees(90),
  lon: anyDegrees(180),
  radiusMetres: fc.nat(500_000),
  source: anyWords,
})

/** Any incident that the record can hold, hostile words among them. */
export function anyIncident(): fc.Arbitrary<ExchangedIncident> {
  return fc.record({
    id: fc.uuid(),
    act: fc.constantFrom(...ACTS),
    time: fc.option(anyTime),
    place: fc.option(anyPlace),
    validity: fc.constantFrom('alleged', 'verified', 'refuted'),
    responsibility: fc.constantFrom('undetermined', 'attributable'),
    killed: fc.option(anyCount),
    injured: fc.option(anyCount),
    actors: fc.array(anyWords, { maxLength: 3 }),
    targets: fc.array(anyWords, { maxLength: 3 }),
    zones: fc.array(fc.constantFrom('m4-corridor', 'deescalation-area'), { maxLength: 2 }),
    road: fc.option(fc.constant('m4')),
    chainageKm: fc.option(fc.double({ min: 0, max: 120, noNaN: true })),
    origins: fc.array(
      fc.record({ speaker: anyWords, statement: anyWords, reports: fc.array(anyWords, { maxLength: 2 }) }),
      {
        maxLength: 3,
      },
    ),
    independentOrigins: fc.nat(9),
    contradictions: fc.array(
      fc.record({
        field: fc.constantFrom('act' as const, 'place' as const),
        between: fc.constant([0, 1] as const),
        values: fc.tuple(anyWords, anyWords),
      }),
      { maxLength: 2 },
    ),
    claims: fc.array(fc.record({ report: anyWords, claim: fc.nat(9) }), { maxLength: 3 }),
  })
}
