import { sideLedgers, type LedgerDay, type PatrolRow, type SideLedger } from '../../assess/index.ts'
import type { SidesOptions } from '../sides.ts'
import { createStyle, write } from '../terminal/index.ts'
import { readRecordFor } from './with-assessed.ts'

/** Prints each side's ledger and the same days side by side. */
export async function runSides(
  location: string | undefined,
  options: SidesOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const assessed = await readRecordFor(location, options, wrongUsage)
  if (!assessed) return
  const { record, assessor, today } = assessed
  const { agreement, principals } = assessor.context
  const ledgers = sideLedgers(record, agreement.sides, principals)
  if (options.format === 'json') return write(`${JSON.stringify(ledgers)}\n`)
  if (options.format === 'ndjson') return write(ledgers.days.map((day) => `${JSON.stringify(day)}\n`).join(''))
  const style = createStyle(process.stdout)
  const nameOf = (side: string): string => principals.nameOf(side)
  await write(`${agreement.title}\nAs of ${today}.\n\n`)
  for (const ledger of ledgers.all) await write(`${style.bold(nameOf(ledger.side))}\n${drawLedger(ledger)}\n`)
  await write(`${style.bold('The same days side by side')}\n${drawDays(ledgers.days, nameOf)}`)
  if (ledgers.patrols.length > 0)
    await write(`\n${style.bold('Joint patrols, as each side tells of them')}\n${drawPatrols(ledgers.patrols, nameOf)}`)
}

function drawPatrols(patrols: readonly PatrolRow[], nameOf: (side: string) => string): string {
  return patrols
    .map(({ day, sides, differs }) => {
      const cells = sides.map(({ side, outcome }) => `${nameOf(side)}: ${outcome ?? 'does not mention it'}`)
      return `  ${day}  ${cells.join(' | ')}${differs ? '  — told differently' : ''}\n`
    })
    .join('')
}

function drawLedger({ reported, confirmed, disputed, neverMentioned }: SideLedger): string {
  const rows = [
    ['reported', reported],
    ['of these also told by another side', confirmed],
    ['disputed', disputed],
    ['told by another side, never mentioned', neverMentioned],
  ] as const
  return rows.map(([name, ids]) => `  ${name.padEnd(40)}${String(ids.length).padStart(4)}  ${ids.join(' ')}\n`).join('')
}

/** A row a day: how many each side reported, and what it makes of what the others did. */
function drawDays(days: readonly LedgerDay[], nameOf: (side: string) => string): string {
  return days
    .map(({ day, sides }) => {
      const cells = sides.map(({ side, reported, confirmed, disputed, neverMentioned }) => {
        const others = confirmed.length + disputed.length + neverMentioned.length
        const words = [
          `confirms ${confirmed.length === 0 ? 'none' : confirmed.length}`,
          `disputes ${disputed.length === 0 ? 'none' : disputed.length}`,
          `silent on ${neverMentioned.length}`,
        ]
        return `${nameOf(side)} reports ${reported.length}${others > 0 ? `, of what others report ${words.join(', ')}` : ''}`
      })
      return `  ${day ?? 'no day told'}  ${cells.join(' | ')}\n`
    })
    .join('')
}
