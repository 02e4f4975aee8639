import type { Bulletin } from '../../publish/index.ts'
import { printableLine, widthOf, wrapText } from '../terminal/index.ts'

/** A bulletin for the terminal: its sentences, without the ids behind them. */
export function drawBulletinText(bulletin: Bulletin): string {
  const columns = widthOf(process.stdout)
  const paragraph = (text: string) =>
    wrapText(printableLine(text), columns - 2)
      .map((line, i) => `${i === 0 ? '- ' : '  '}${line}`)
      .join('\n')
  const section = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : ['', title, ...texts.map(paragraph)]
  const texts = (sentences: Bulletin['summary']) => sentences.map(({ text }) => text)
  const { cutOff } = bulletin
  return `${[
    bulletin.title,
    `as known at ${cutOff.time} on ${cutOff.day} (${cutOff.zone})`,
    ...section('Summary', texts(bulletin.summary)),
    ...section(
      'Figures',
      bulletin.figures.filter(({ value }) => value > 0).map(({ value, label }) => `${value} ${label}`),
    ),
    ...section(
      'How the agreement holds',
      bulletin.clauses.flatMap(({ obligations }) => obligations.flatMap(({ sentences }) => texts(sentences))),
    ),
    ...section('Decisions and extensions', texts(bulletin.decisions)),
    ...section('Access denied', texts(bulletin.access)),
    ...section('What was watched, and what was not', texts(bulletin.coverage)),
    ...section('Corrections', texts(bulletin.corrections)),
  ].join('\n')}\n`
}
