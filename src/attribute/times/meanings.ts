import {
  readDate,
  readDayOfMonth,
  readMonth,
  readMonthDay,
  readMonthDays,
  readPartOfMonth,
  readShiftedMonth,
} from './dates.ts'
import {
  readClock,
  readDayBeforeYesterday,
  readDaypart,
  readOvernight,
  readShiftedDaypart,
  readShiftedWeekday,
  readToday,
  readWeekday,
} from './days.ts'
import type { MeaningName } from './meaning-names.ts'
import type { Meaning } from './meaning.ts'
import {
  readCentury,
  readDecade,
  readFeast,
  readQuarter,
  readQuarterYearBefore,
  readSameQuarter,
  readSeason,
  readVague,
  readYear,
} from './periods.ts'
import { readAgo, readLater, readNextUnit, readSameUnit, readShiftedUnit } from './units.ts'

/** How each kind of phrase in data/lexicon/times.yaml becomes an interval of the calendar. */
export const MEANINGS: { readonly [Name in MeaningName]: Meaning } = {
  nothing: () => 'nothing',
  unfixed: () => null,
  vague: readVague,
  date: readDate,
  monthDay: readMonthDay,
  monthDays: readMonthDays,
  dayOfMonth: readDayOfMonth,
  lastDayOf: readPartOfMonth,
  month: readMonth,
  shiftedMonth: readShiftedMonth,
  weekday: readWeekday,
  shiftedWeekday: readShiftedWeekday,
  today: readToday,
  dayBeforeYesterday: readDayBeforeYesterday,
  shiftedDaypart: readShiftedDaypart,
  daypart: readDaypart,
  overnight: readOvernight,
  clock: readClock,
  sameUnit: readSameUnit,
  nextUnit: readNextUnit,
  ago: readAgo,
  later: readLater,
  shiftedUnit: readShiftedUnit,
  season: readSeason,
  quarter: readQuarter,
  sameQuarter: readSameQuarter,
  quarterYearBefore: readQuarterYearBefore,
  year: readYear,
  decade: readDecade,
  century: readCentury,
  feast: readFeast,
}
