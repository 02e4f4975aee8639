import { intervalInWords } from '../../base/day-words.ts'
import { ACT_WORDS, familyOf, type Claim } from '../../model/index.ts'
import { fitMiddle, printableLine, wrapText } from '../terminal/index.ts'
import { TONE_OF, type Look } from './look.ts'
import { plainHarm, plainModality } from './plain-words.ts'
import type { NumberedClaim } from './sentences.ts'

const NUMBER_COLUMNS = 6
/** As wide as the longest name of an act, and a gap. */
const NAME_COLUMNS = 26
/** In fewer columns what is told goes under the act's name, not beside it. */
const BESIDE_FROM_COLUMNS = 72
const FEWEST_QUOTE_COLUMNS = 24

/** Draws a claim: the act and how it stands on the left; who, where and when, and the exact words on the right. */
export function drawClaim({ number, claim }: NumberedClaim, look: Look): string[] {
  const { columns, style } = look
  const isBeside = columns >= BESIDE_FROM_COLUMNS
  const indent = NUMBER_COLUMNS + (isBeside ? NAME_COLUMNS : 0)
  const left = leftOf(claim)
  const right = rightOf(claim, columns - indent, look)
  const drawnLeft = left.map((words, i) => drawLeft(words, i, claim, look))
  const margin = (line: number) => (line === 0 ? style.dim(String(number).padStart(4)) : '    ') + '  '
  if (!isBeside) return [...drawnLeft, ...right].map((line, i) => margin(i) + line)
  const rows = Math.max(left.length, right.length)
  return Array.from({ length: rows }, (_, i) => {
    const gap = ' '.repeat(NAME_COLUMNS - (left[i]?.length ?? 0))
    return (margin(i) + (drawnLeft[i] ?? '') + gap + (right[i] ?? '')).trimEnd()
  })
}

function leftOf(claim: Claim): string[] {
  return [ACT_WORDS[claim.act].name, plainModality(claim.modality)].filter((words) => words !== '')
}

function drawLeft(words: string, row: number, claim: Claim, { style }: Look): string {
  return row === 0 ? style.bold(style.tone(TONE_OF[familyOf(claim.act)], words)) : style.underline(words)
}

function rightOf(claim: Claim, columns: number, { style }: Look): string[] {
  const told = [whoOf(claim), whereAndWhenOf(claim)].filter((line) => line !== '')
  return [...told.flatMap((line) => wrapText(line, columns)), ...wordsOf(claim, columns).map(style.dim)]
}

function whoOf({ actor, target }: Claim): string {
  const who = actor ? named(actor.text, actor.id) : ''
  return target ? `${who} → ${named(target.text, target.id)}`.trim() : who
}

function whereAndWhenOf({ place, time, harm }: Claim): string {
  const where = place ? `at ${printableLine(place.text)}${coordinatesOf(place)}` : ''
  const when = time ? (time.from === null ? printableLine(time.text) : intervalInWords(time)) : ''
  return [where, when, plainHarm(harm)].filter((part) => part !== '').join(' · ')
}

function coordinatesOf({ name, lat, lon, radiusMetres }: NonNullable<Claim['place']>): string {
  if (name === null) return ''
  const within = radiusMetres >= 1_000 ? `${Math.round(radiusMetres / 1_000)} km` : `${Math.round(radiusMetres)} m`
  return ` (${degrees(lat, 'N', 'S')} ${degrees(lon, 'E', 'W')}, within ${within})`
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value).toFixed(2)}°${value < 0 ? negative : positive}`
}

/** The exact words, what is too long left out of their middle, and which rule found them how surely. */
function wordsOf({ act, quote, rule, confidence }: Claim, columns: number): string[] {
  const made = `${rule.replace(`${act}/`, '')} ${confidence.toFixed(2)}`
  const room = columns - made.length - 4
  const words = (most: number) => `“${fitMiddle(printableLine(quote.text), most)}”`
  return room < FEWEST_QUOTE_COLUMNS ? [words(columns - 2), made] : [`${words(room)}  ${made}`]
}

/** A mention with the neutral id of the actor, where the case knows one. */
export function named(text: string, id: string | null): string {
  return id === null ? printableLine(text) : `${printableLine(text)} [${id}]`
}
