import { compareFindings, type FindingChange } from '../../assess/index.ts'
import type { DiffOptions } from '../diff.ts'
import { createStyle, printableLine, widthOf, wrapText, write, type Style } from '../terminal/index.ts'
import { checkDay, readRecordFor } from './with-assessed.ts'

/** Prints what changed between two days, and why. */
export async function runDiff(
  location: string | undefined,
  { from, to, format, ...options }: DiffOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  checkDay(from, '--from', wrongUsage)
  if (to !== undefined) checkDay(to, '--to', wrongUsage)
  const before = await readRecordFor(location, { ...options, asOf: from }, wrongUsage)
  const after =
    before && (await readRecordFor(location, { ...options, ...(to !== undefined && { asOf: to }) }, wrongUsage))
  if (!after) return
  const changes = compareFindings(before.findings, after.findings)
  if (format === 'json') return write(`${JSON.stringify(changes)}\n`)
  if (format === 'ndjson') return write(changes.map((change) => `${JSON.stringify(change)}\n`).join(''))
  const [columns, style] = [widthOf(process.stdout), createStyle(process.stdout)]
  await write(`From ${from} to ${to ?? 'all that is known'}: ${changes.length} findings changed.\n\n`)
  for (const change of changes) await write(drawChange(change, columns, style))
}

function drawChange({ id, change, before, after, why }: FindingChange, columns: number, style: Style): string {
  const indented = (text: string): readonly string[] =>
    wrapText(printableLine(text), columns - 2).map((line) => `  ${line}`)
  const outcome =
    change === 'changed' && before && after && before.outcome !== after.outcome
      ? `${before.outcome} → ${after.outcome}`
      : (after ?? before)?.outcome
  return [
    `${style.bold(change)}  ${outcome?.replaceAll('-', ' ') ?? ''}  ${style.dim(id)}`,
    ...why.flatMap((reason) => indented(`because ${reason}`)),
    ...indented((after ?? before)?.sentence ?? ''),
    '',
    '',
  ].join('\n')
}
