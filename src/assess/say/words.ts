import { civilOf, parseDay } from '../../base/calendar.ts'
import { ACT_WORDS, type Act, type TimeReference } from '../../model/index.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
/** Longest quotation inside a sentence. */
const LONGEST_QUOTE = 140

/** A day or moment for people: "15 March 2020", "6 March 2020, 00:01"; words stand as they are. */
export function sayMoment(moment: string): string {
  const number = parseDay(moment)
  if (number === null) return moment
  const { year, month, day } = civilOf(number)
  const time = moment.length > 10 ? `, ${moment.slice(11, 16)}` : ''
  return `${day} ${MONTHS[month - 1]} ${year}${time}`
}

/** A time as told: one day, or from one to another. */
export function sayTime({ from, to, precision }: TimeReference): string {
  if (precision === 'month') return sayMoment(from).replace(/^\d+ /, '')
  if (precision === 'year') return from.slice(0, 4)
  return from.slice(0, 10) === to.slice(0, 10) ? sayMoment(from) : `${sayMoment(from)} to ${sayMoment(to)}`
}

/** An act for people. */
export function sayAct(act: Act): string {
  return ACT_WORDS[act].name
}

/** Words quoted, cut where they are long, on one line. */
export function quote(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_QUOTE ? `“${line.slice(0, LONGEST_QUOTE - 1)}…”` : `“${line}”`
}

/** "1 origin", "3 origins". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
