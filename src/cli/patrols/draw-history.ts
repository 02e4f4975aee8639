import { dayInWords } from '../../base/day-words.ts'
import type { CaseRecord, Patrol } from '../../model/index.ts'
import { differencesOf, type Interlude } from '../../plan/index.ts'
import { createStyle, printableLine, widthOf, wrapText, type Style } from '../terminal/index.ts'
import { drawAccount } from './draw-account.ts'

/** The patrols of a record in the order of their days, each side's account under its day, and what happened between them. */
export function drawHistory(
  { patrols, asOf }: Pick<CaseRecord, 'patrols' | 'asOf'>,
  interludes: readonly Interlude[],
  style: Style = createStyle(process.stdout),
  columns: number = widthOf(process.stdout),
): string {
  const told = interludes.filter(({ on }) => asOf === null || on <= asOf)
  const entries = [
    ...patrols.map((patrol) => ({ on: patrol.on, lines: drawPatrol(patrol, columns, style) })),
    ...told.map((interlude) => ({ on: interlude.on, lines: drawInterlude(interlude, columns, style) })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const sides = patrols.flatMap(({ accounts }) => accounts.map(({ side }) => side))
  const counts = [...new Set(sides)].map((side) => `${side} ${sides.filter((one) => one === side).length}`)
  const head = `${patrols.length} patrols${asOf === null ? '' : `, as known at the end of ${dayInWords(asOf)}`}; accounts: ${counts.join(', ')}. Numbers are each side’s own. “press” speaks for no side.`
  return [...wrapText(head, columns).map(style.dim), ...entries.flatMap(({ lines }) => ['', ...lines])].join('\n')
}

function drawPatrol(patrol: Patrol, columns: number, style: Style): readonly string[] {
  const differing = differencesOf(patrol).map(({ field, versions }) => {
    return field === 'incidents' || field === 'reason'
      ? field
      : `${field} (${versions.map(({ side, says }) => `${side}: ${says}`).join(', ')})`
  })
  const difference = differing.length > 0 ? `The sides differ in ${differing.join('; ')}.` : ''
  return [
    `${style.bold(dayInWords(patrol.on))}  ${style.dim(patrol.id)}`,
    ...patrol.accounts.flatMap((account) => drawAccount(account, columns, style)),
    ...wrapText(difference, columns - 2).map((line) => `  ${style.tone('magenta', line)}`),
  ]
}

function drawInterlude({ on, says }: Interlude, columns: number, style: Style): readonly string[] {
  return wrapText(printableLine(`${dayInWords(on)}, no patrol: ${says}`), columns).map(style.dim)
}
