import { formatDay, type DayNumber } from '../../base/calendar.ts'
import { done, failed, type Result } from '../../base/result.ts'
import type { TimeMention, TimePrecision } from '../../model/index.ts'
import { rowFault, type RowFault } from '../failure.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { periodAround, readClock, readDay } from './dates.ts'
import { expectedCodes } from './read-act.ts'
import type { RowText } from './row-text.ts'

type TimeMapping = Mapping['time']
interface Fineness {
  readonly precision: TimePrecision
  readonly within?: 'week' | 'month' | 'year' | undefined
}

/** Reads when it was done, as finely as the table's precision code allows; null where the row does not tell. */
export function readTime(row: RowText, { time }: Mapping): Result<TimeMention | null, RowFault> {
  const span = row.spanOf(time.from)
  if (!span) return done(null)
  const first = readDayOf(row, time.from, time)
  if (!first.ok) return first
  const last = row.told(time.to) === null ? first : readDayOf(row, time.to ?? '', time)
  if (!last.ok) return last
  if (last.value < first.value)
    return failed(
      rowFault('date-order', time.to ?? null, row.told(time.to) ?? '', `a day not before ${formatDay(first.value)}`),
    )
  const fineness = readFineness(row, time)
  if (!fineness.ok) return fineness
  const clock = row.told(time.clock) === null ? null : readClock(row.told(time.clock) ?? '')
  if (clock !== null && fineness.value.precision === 'day' && first.value === last.value) {
    const minute = `${formatDay(first.value)}T${clock}`
    return done({ ...span, from: minute, to: minute, precision: 'minute' })
  }
  const [from, to] = widen(first.value, last.value, fineness.value)
  return done({ ...span, from: formatDay(from), to: formatDay(to), precision: fineness.value.precision })
}

function readDayOf(row: RowText, column: string, time: TimeMapping): Result<DayNumber, RowFault> {
  const told = row.told(column) ?? ''
  const day = readDay(told, time.format)
  return day === null ? failed(rowFault('date-unreadable', column, told, `a day as ${time.format}`)) : done(day)
}

function readFineness(row: RowText, { precisionByCode }: TimeMapping): Result<Fineness, RowFault> {
  if (!precisionByCode) return done({ precision: 'day' })
  const { column, codes } = precisionByCode
  const code = row.told(column) ?? ''
  const fineness = Object.hasOwn(codes, code) ? codes[code] : undefined
  return fineness ? done(fineness) : failed(rowFault('code-unknown', column, code, expectedCodes(Object.keys(codes))))
}

function widen(first: DayNumber, last: DayNumber, { within }: Fineness): readonly [DayNumber, DayNumber] {
  return within ? [periodAround(first, within)[0], periodAround(last, within)[1]] : [first, last]
}
