import type { AssessedRecord } from '../../compose/record/index.ts'
import { OUTCOMES, type Finding } from '../../model/index.ts'
import type { AssessOptions } from '../assess.ts'
import { createStyle, refuse, widthOf, write } from '../terminal/index.ts'
import { drawFinding, explainFinding } from './draw-finding.ts'
import { readRecordFor } from './with-assessed.ts'

/** Prints the findings of a record, or one in full. */
export async function runAssess(
  location: string | undefined,
  options: AssessOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const { outcome, explain, format } = options
  if (outcome !== undefined && !OUTCOMES.some((one) => one === outcome))
    wrongUsage(`--outcome: found ${outcome}, expected ${OUTCOMES.join(', ')}`)
  const assessed = await readRecordFor(location, options, wrongUsage)
  if (!assessed) return
  const findings = assessed.findings.filter(
    (it) =>
      (explain === undefined || it.id === explain) &&
      (options.clause === undefined || it.clause === options.clause) &&
      (outcome === undefined || it.outcome === outcome),
  )
  if (explain !== undefined && findings.length === 0)
    return refuse({ code: 'finding-unknown', message: `--explain: found ${explain}, expected the id of a finding` })
  if (format === 'json') return write(`${JSON.stringify(findings)}\n`)
  if (format === 'ndjson') return write(findings.map((it) => `${JSON.stringify(it)}\n`).join(''))
  return writeText(findings, assessed, explain !== undefined)
}

async function writeText(findings: readonly Finding[], assessed: AssessedRecord, inFull: boolean): Promise<void> {
  const [columns, style] = [widthOf(process.stdout), createStyle(process.stdout)]
  if (!inFull) await write(`${drawHead(findings, assessed)}\n`)
  let clause = ''
  for (const finding of findings) {
    if (!inFull && finding.clause !== clause) {
      clause = finding.clause
      const { title, says } = assessed.assessor.rules.agreement.clauses.find(({ id }) => id === clause) ?? {
        title: clause,
        says: '',
      }
      await write(`${style.underline(`Clause ${clause}: ${title}`)}\n  ${says}\n\n`)
    }
    await write(
      inFull ? explainFinding(finding, assessed, columns, style) : `${drawFinding(finding, columns, style)}\n`,
    )
  }
}

function drawHead(findings: readonly Finding[], { record, today, assessor }: AssessedRecord): string {
  const { title } = assessor.rules.agreement
  const counts = OUTCOMES.map((outcome) => [outcome, findings.filter((it) => it.outcome === outcome).length] as const)
  const told = counts
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome.replaceAll('-', ' ')}`)
  const leftOut =
    record.undatedLeftOut > 0
      ? ` ${record.undatedLeftOut} reports whose day of publication is not told are left out.`
      : ''
  return `${title}\nAs of ${today}: ${record.readings.size} reports, ${record.abstracts.size} of them our own abstracts; ${record.incidents.length} incidents, ${record.patrols.length} joint patrol${record.patrols.length === 1 ? '' : 's'}.${leftOut}\n${findings.length} findings: ${told.join(', ')}.\n`
}
