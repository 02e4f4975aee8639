import { dayInWords } from '../../base/day-words.ts'
import { loadRoads } from '../../compose/index.ts'
import { sidesOf } from '../../compose/patrols/index.ts'
import { ACT_WORDS, type CaseRecord, type Patrol } from '../../model/index.ts'
import { consentOf, differencesOf, drivenKm, incidentsOn, plannedOf } from '../../plan/index.ts'
import type { HistoryOptions } from '../patrol.ts'
import {
  createStyle,
  fitMiddle,
  printableLine,
  refuse,
  widthOf,
  wrapText,
  write,
  type Style,
} from '../terminal/index.ts'
import { caseFolderAt, readCaseRecord } from './case-record.ts'
import { drawAccount } from './draw-account.ts'
import { sayConsent } from './say-consent.ts'

/** Shows one patrol: every account with its sources, what the sides differ in, and the incidents that fell on it. */
export async function runShow(id: string, location: string | undefined, options: HistoryOptions): Promise<void> {
  const record = await readCaseRecord(location, options)
  if (!record.ok) return refuse(record.failure)
  const patrol = record.value.patrols.find((one) => one.id === id || one.on === id)
  if (!patrol) {
    const known = record.value.patrols.map((one) => one.id)
    const expected = known.length > 0 ? `one of ${known[0]} … ${known.at(-1)}` : 'a patrol of the record'
    return refuse({ code: 'patrol-unknown', message: `patrol: found ${id}, expected ${expected}` })
  }
  const incidents = incidentsOn(patrol, record.value, loadRoads(caseFolderAt(location)))
  if (options.format !== 'text')
    return write(`${JSON.stringify({ ...patrol, incidents, differences: differencesOf(patrol) })}\n`)
  return write(`${drawWhole(patrol, incidents, record.value, createStyle(process.stdout), widthOf(process.stdout))}\n`)
}

function drawWhole(
  patrol: Patrol,
  incidents: readonly string[],
  record: CaseRecord,
  style: Style,
  columns: number,
): string {
  return [
    `${style.bold(`Patrol of ${dayInWords(patrol.on)}`)} on ${patrol.road}  ${style.dim(patrol.id)}`,
    ...wrapText(sayPlanned(patrol, record), columns),
    ...patrol.accounts.flatMap((account) => [
      '',
      ...drawAccount(account, columns, style),
      ...account.incidents.flatMap((incident) => indented(`• ${printableLine(incident)}`, columns)),
      ...account.sources.map((source) => style.dim(`      ${source}`)),
    ]),
    ...drawDifferences(patrol, columns, style),
    '',
    incidents.length > 0
      ? 'Incidents of the record that fell on it:'
      : 'No incident of the record is known to have fallen on it.',
    ...incidents.map((id) => `  ${drawIncidentLine(id, record, columns - 2)}`),
  ].join('\n')
}

/** What was planned, by which decision, and how much of it each account tells of. */
function sayPlanned(patrol: Patrol, record: CaseRecord): string {
  const planned = plannedOf(patrol, record.decisions)
  if (!planned) return 'What was planned is not told.'
  const { stretch, decision } = planned
  const whole = Math.abs(stretch.fromKm - stretch.toKm)
  const by = decision
    ? `, by the decision ${decision.id} (${sayConsent(consentOf(decision, sidesOf(record)))})`
    : ', by what accounts tell'
  const driven = patrol.accounts.flatMap((account) => {
    const km = drivenKm(account, stretch)
    return km === null ? [] : [`${account.side} ${km.toFixed(1)} km`]
  })
  const told = driven.length > 0 ? driven.join(', ') : 'nobody tells'
  return `Planned: km ${stretch.fromKm.toFixed(1)} to ${stretch.toKm.toFixed(1)}, ${whole.toFixed(1)} km${by}. Driven of it: ${told}.`
}

function drawDifferences(patrol: Patrol, columns: number, style: Style): readonly string[] {
  const differences = differencesOf(patrol)
  if (differences.length === 0) return []
  const lines = differences.flatMap(({ field, versions }) => {
    const words = versions.map(({ side, says }) => `${side}: ${printableLine(says)}`).join(' · ')
    return indented(`${field} · ${words}`, columns)
  })
  return ['', style.tone('magenta', 'The sides differ:'), ...lines]
}

function drawIncidentLine(id: string, { incidents, readings }: CaseRecord, columns: number): string {
  const incident = incidents.find((one) => one.incident.id === id)?.incident
  const [claim] = incident?.claims ?? []
  const quote = claim ? (readings.get(claim.report)?.claims[claim.claim]?.quote.text ?? '') : ''
  const origins = incident?.independentOrigins === 1 ? '1 origin' : `${incident?.independentOrigins ?? 0} origins`
  const act = incident ? ACT_WORDS[incident.act].name : 'incident'
  return fitMiddle(`${act}, ${origins} (${claim?.report ?? ''}): “${printableLine(quote)}”`, columns)
}

function indented(text: string, columns: number): readonly string[] {
  return wrapText(text, columns - 6).map((line, i) => `${i === 0 ? '    ' : '      '}${line}`)
}
