import { dayInWords } from '../../base/day-words.ts'
import { createCaseTools } from '../../compose/case/index.ts'
import { giveConsent, sidesOf } from '../../compose/patrols/index.ts'
import { recordOfStore } from '../../compose/record/index.ts'
import type { Decision } from '../../model/index.ts'
import { consentOf } from '../../plan/index.ts'
import { withCase } from '../casework/with-case.ts'
import type { SignOptions } from '../patrol-entries.ts'
import { createStyle, printableLine, refuse, widthOf, wrapText, write } from '../terminal/index.ts'
import { readCaseRecord } from './case-record.ts'
import { sayConsent } from './say-consent.ts'

/** Records a side's word on a decision and says how the decision stands then. */
export async function runSign(store: string, decision: string, options: SignOptions): Promise<void> {
  await withCase(store, async (open) => {
    const tools = createCaseTools()
    const before = await recordOfStore(open, tools)
    const { side, reason, by, decline } = options
    const word = { decision, side, reason, verdict: decline ? ('declined' as const) : ('signed' as const) }
    const sides = sidesOf(before)
    const given = await giveConsent(open, tools, by, word, sides.length > 0 ? sides : [side])
    if (!given.ok) return refuse(given.failure)
    const after = await recordOfStore(open, tools)
    const told = after.decisions.find(({ id }) => id === decision)
    await write(`${decision}: entry ${given.value.entry}; ${told ? sayConsent(consentOf(told, sidesOf(after))) : ''}\n`)
  })
}

/** Lists decisions with how the sides stand to them. */
export async function runDecisions(location: string | undefined): Promise<void> {
  const record = await readCaseRecord(location, {})
  if (!record.ok) return refuse(record.failure)
  const sides = sidesOf(record.value)
  const style = createStyle(process.stdout)
  const columns = widthOf(process.stdout)
  const drawn = record.value.decisions.map((decision) => [
    `${style.bold(decision.id)}  ${sayConsent(consentOf(decision, sides))}`,
    ...wrapText(printableLine(`${decision.text} ${sayResolution(decision)}`), columns - 2).map((line) => `  ${line}`),
  ])
  return write(drawn.length === 0 ? 'no decisions\n' : `${drawn.map((lines) => lines.join('\n')).join('\n\n')}\n`)
}

function sayResolution({ resolution }: Decision): string {
  switch (resolution.kind) {
    case 'patrol-plan':
      return `[plan of ${resolution.patrol}: km ${resolution.fromKm} to ${resolution.toKm}${resolution.departs ? `, ${resolution.departs}` : ''}]`
    case 'extension':
      return `[more time for ${resolution.party} on ${resolution.obligation}, until ${resolution.until ? dayInWords(resolution.until) : 'not told'}]`
    case 'parameters':
    case 'other':
      return resolution.clause ? `[clause ${resolution.clause}]` : ''
  }
}
