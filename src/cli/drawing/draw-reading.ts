import { countInWords } from '../../base/count-words.ts'
import { momentInWords } from '../../base/day-words.ts'
import type { Reading } from '../../model/index.ts'
import { fitMiddle, printableLine, wrapText } from '../terminal/index.ts'
import { drawSentence } from './draw-sentence.ts'
import { drawUtterances } from './draw-utterances.ts'
import type { Look } from './look.ts'
import { sentencesOf } from './sentences.ts'

/**
 * A reading for people, ending in a line feed: head, then each sentence that claims an act with its claims under it. Sentences that only
 * report what somebody says are dim; those that do neither, and what was left out, are drawn only where the look asks for all.
 */
export function drawReading(reading: Reading, look: Look): string {
  const sentences = sentencesOf(reading)
  const shown = look.all ? sentences : sentences.filter((s) => s.claims.length > 0 || s.isAttributed)
  const hidden = sentences.length - shown.length
  const blocks = [
    drawHead(reading, look),
    ...shown.map((sentence) => [...drawSentence(sentence, look), ...drawUtterances(sentence.claims, look)]),
    ...(look.all ? [drawDropped(reading, look)] : []),
    ...(hidden > 0 ? [drawHidden(hidden, look)] : []),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function drawHead({ report, claims }: Reading, { columns, style }: Look): string[] {
  const title = report.title === null ? 'Untitled page' : printableLine(report.title)
  const published = report.published === null ? 'no date of publication' : momentInWords(report.published)
  const facts = [printableLine(report.id), printableLine(report.outlet ?? 'outlet not told'), published].join(' · ')
  return [
    ...wrapText(title, columns).map(style.bold),
    ...wrapText(facts, columns).map(style.dim),
    ...wrapText(`${countClaims(claims)}${countDropped(report)}`, columns),
  ]
}

function countClaims(claims: Reading['claims']): string {
  if (claims.length === 0) return 'No claims.'
  const speakers = new Set(claims.map(({ speaker }) => speaker?.actor ?? speaker?.text.toLowerCase() ?? null))
  return `${countInWords(claims.length, 'claim')} by ${countInWords(speakers.size, 'speaker')}.`
}

function countDropped({ dropped }: Reading['report']): string {
  const counts = new Map<string, number>()
  for (const { why } of dropped) counts.set(why, (counts.get(why) ?? 0) + 1)
  if (counts.size === 0) return ''
  const reasons = [...counts].map(([why, count]) => `${why.replace('-', ' ')}${count > 1 ? ` ×${count}` : ''}`)
  return ` Left out ${countInWords(dropped.length, 'passage')} of the page: ${reasons.join(', ')}.`
}

function drawDropped({ report }: Reading, { columns, style }: Look): string[] {
  return report.dropped.map(({ text, why }) =>
    style.dim(`${why}: ${fitMiddle(printableLine(text), columns - why.length - 2)}`),
  )
}

function drawHidden(count: number, { style }: Look): string[] {
  return [style.dim(`${countInWords(count, 'sentence')} without a claim or a speaker not shown (--all shows them).`)]
}
