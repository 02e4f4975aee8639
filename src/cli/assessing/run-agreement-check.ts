import { existsSync } from 'node:fs'
import { readAgreementFile } from '../../compose/record/index.ts'
import type { Agreement } from '../../model/index.ts'
import { refuse, write } from '../terminal/index.ts'

/** Checks an agreement's file: prints what it holds, or every fault. */
export async function runAgreementCheck(file: string, format: 'text' | 'json' | 'ndjson'): Promise<void> {
  if (!existsSync(file))
    return refuse({ code: 'file-unreadable', message: `${file}: found no file, expected an agreement` })
  const read = readAgreementFile(file)
  const faults = read.ok ? [] : read.failure
  if (format === 'json') await write(`${JSON.stringify({ ok: read.ok, faults })}\n`)
  if (format === 'ndjson') await write(faults.map((fault) => `${JSON.stringify(fault)}\n`).join(''))
  if (format === 'text' && read.ok) await write(drawAgreement(read.value))
  for (const { message } of format === 'text' ? faults : []) refuse({ code: 'agreement-malformed', message })
  if (!read.ok) process.exitCode = 1
}

function drawAgreement({ title, clauses, obligations, zones, parties, groups }: Agreement): string {
  const unknown = obligations.filter(({ term, due, everyDays }) =>
    [term.from, term.to, due, everyDays].includes('unknown'),
  )
  const undrawn = zones.filter(({ shape }) => shape.kind === 'unknown')
  return [
    `${title}: sound.`,
    `${parties.length} parties, ${groups.length} others, ${clauses.length} clauses, ${obligations.length} obligations, ${zones.length} zones.`,
    ...(unknown.length > 0
      ? [`Stated unknown, and so "cannot tell" where it matters: ${unknown.map(({ id }) => id).join(', ')}.`]
      : []),
    ...(undrawn.length > 0 ? [`Zones whose place nobody published: ${undrawn.map(({ id }) => id).join(', ')}.`] : []),
    '',
  ].join('\n')
}
