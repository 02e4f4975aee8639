import type { PatrolAccount } from '../../model/index.ts'
import { OUTCOME_WORDS } from '../../plan/index.ts'
import { printableLine, wrapText, type Style } from '../terminal/index.ts'

const SIDE_COLUMNS = 7
const NUMBER_COLUMNS = 6
const OUTCOME_COLUMNS = 14

/** Columns before an account's words. */
export const ACCOUNT_INDENT = 2 + SIDE_COLUMNS + NUMBER_COLUMNS + OUTCOME_COLUMNS

/** One account of a patrol: side, number, outcome, and its words beside them. */
export function drawAccount(account: PatrolAccount, columns: number, style: Style): readonly string[] {
  const { side, number, outcome } = account
  const head = `  ${printableLine(side).padEnd(SIDE_COLUMNS)}${(number === null ? '' : `#${number}`).padEnd(NUMBER_COLUMNS)}${OUTCOME_WORDS[outcome].padEnd(OUTCOME_COLUMNS)}`
  const lines = wrapText(printableLine(sayAccount(account)), Math.max(24, columns - ACCOUNT_INDENT))
  return lines.map((line, i) =>
    i === 0 ? `${tint(outcome, head, style)}${line}` : `${' '.repeat(ACCOUNT_INDENT)}${line}`,
  )
}

function tint(outcome: PatrolAccount['outcome'], text: string, style: Style): string {
  if (outcome === 'completed') return style.tone('green', text)
  return outcome === 'shortened' || outcome === 'cancelled' ? style.tone('yellow', text) : text
}

/** What it says, with kilometres, times and what must be said of its number. */
function sayAccount({ says, numberNote, toKm, turnedBackAtKm, departed, returned }: PatrolAccount): string {
  const reached = turnedBackAtKm ?? toKm
  const extra = [
    ...(reached === null ? [] : [`reached km ${reached.toFixed(1)}`]),
    ...(departed === null ? [] : [`departed ${departed.slice(11)}`]),
    ...(returned === null ? [] : [`returned ${returned.slice(11)}`]),
    ...(numberNote === null ? [] : [`number: ${numberNote}`]),
  ]
  return extra.length > 0 ? `${says} [${extra.join('; ')}]` : says
}
