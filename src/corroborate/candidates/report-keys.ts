import { hashText, mixHash } from '../../base/hash.ts'
import { UNTOLD, type ClaimTable } from '../claims/claim-table.ts'
import { heaviestWords, type Story } from '../claims/story.ts'

/** Words of a report that it may be found by; the first of them also among the reports of its days alone. */
const WORDS = 16
const STORY_WORDS = 8
/** Days that a story is told for. */
const STORY_DAYS = 4
/** Side in degrees of a cell of the map; some 30 km, so that near places share one of two shifted grids. */
const CELL_DEGREES = 0.3
/** A place that reaches farther than this is found by its day alone. */
const LARGEST_PLACE_KM = 25
/** A time longer than this is found by its month. */
const LONGEST_SPAN_DAYS = 3
const DAYS_A_MONTH = 30

const [DAY, DAY_ACT, DAY_CELL, MONTH_ACT, WORD, WORD_STORY] = [
  'day',
  'day act',
  'day cell',
  'month act',
  'word',
  'word story',
].map(hashText) as [number, number, number, number, number, number]

/**
 * The keys that a report is found by: two reports are candidates if they share one. An undated claim
 * is taken to be of the day of publication. Days are doubled and cells taken from two grids, so that a
 * difference of a day or a few kilometres across a border does not part them.
 *
 * @param first row of the report's first claim in the table; its claims are the rows up to `end`
 */
export function keysOfReport(
  claims: ClaimTable,
  first: number,
  end: number,
  published: number,
  story: Story,
): Set<number> {
  const keys = new Set<number>()
  for (let row = first; row < end; row++) addClaimKeys(keys, claims, row, published)
  for (const [rank, word] of heaviestWords(story, WORDS).entries()) {
    keys.add(mixHash(WORD, word))
    if (published === UNTOLD || rank >= STORY_WORDS) continue
    for (const shift of [0, STORY_DAYS / 2])
      keys.add(mixHash(mixHash(WORD_STORY, word), shift + STORY_DAYS * Math.floor((published + shift) / STORY_DAYS)))
  }
  return keys
}

function addClaimKeys(keys: Set<number>, claims: ClaimTable, row: number, published: number): void {
  const [firstDay, lastDay, act] = [claims.firstDays.at(row), claims.lastDays.at(row), claims.acts.at(row)]
  if (firstDay === UNTOLD) {
    if (published !== UNTOLD) addDays(published, published, (day) => addDay(keys, day, act))
  } else if (lastDay - firstDay >= LONGEST_SPAN_DAYS) {
    keys.add(mixHash(mixHash(MONTH_ACT, act), Math.floor(firstDay / DAYS_A_MONTH)))
  } else {
    addDays(firstDay, lastDay, (day) => {
      addDay(keys, day, act)
      addCells(keys, claims, row, day)
    })
  }
}

function addDays(first: number, last: number, add: (day: number) => void): void {
  for (let day = first; day <= last + 1; day++) add(day)
}

function addDay(keys: Set<number>, day: number, act: number): void {
  keys.add(mixHash(DAY, day))
  keys.add(mixHash(mixHash(DAY_ACT, day), act))
}

function addCells(keys: Set<number>, claims: ClaimTable, row: number, day: number): void {
  const [latitude, longitude] = [claims.latitudes.at(row), claims.longitudes.at(row)]
  if (Number.isNaN(latitude) || claims.radiiKm.at(row) > LARGEST_PLACE_KM) return
  for (const shift of [0, 0.5]) {
    const north = Math.floor(latitude / CELL_DEGREES + shift)
    const east = Math.floor(longitude / CELL_DEGREES + shift)
    keys.add(mixHash(mixHash(mixHash(DAY_CELL, day), north * 2 + (shift > 0 ? 1 : 0)), east))
  }
}
