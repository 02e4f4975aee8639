import type { AssessedRecord } from '../../compose/record/index.ts'
import type { Finding } from '../../model/index.ts'
import { printableLine, wrapText, type Style } from '../terminal/index.ts'

const OUTCOME_WORDS = {
  breach: 'breach',
  consistent: 'consistent',
  fulfilled: 'fulfilled',
  'fulfilled-in-part': 'fulfilled in part',
  'not-covered': 'not covered',
  'cannot-tell': 'cannot tell',
} as const

const DEADLINE_WORDS = {
  due: 'due',
  met: 'met',
  'met-late': 'met late',
  overdue: 'overdue',
  extended: 'extended',
  unknown: 'not published',
} as const

/** A finding for people: its outcome and name, and the sentence with its reasons. */
export function drawFinding(finding: Finding, columns: number, style: Style): string {
  const { outcome, disputed, id, deadline } = finding
  const words = [
    OUTCOME_WORDS[outcome],
    ...(disputed ? ['told differently'] : []),
    ...(deadline === null ? [] : [`deadline ${DEADLINE_WORDS[deadline]}`]),
  ]
  return [
    `${style.bold(words.join(', '))}  ${style.dim(id)}`,
    ...wrapText(printableLine(finding.sentence), columns - 2).map((line) => `  ${line}`),
    '',
  ].join('\n')
}

/** A finding in full: the obligation, the rule, every claim with its words and where they stand, each side's version. */
export function explainFinding(finding: Finding, assessed: AssessedRecord, columns: number, style: Style): string {
  const { record, assessor } = assessed
  const { agreement, principals } = assessor.context
  const obligation = agreement.obligations.find(({ id }) => id === finding.obligation)
  const wrapped = (text: string): readonly string[] =>
    wrapText(printableLine(text), columns - 4).map((line) => `    ${line}`)
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', style.bold(title), ...lines.flatMap(wrapped)]
  const claims = finding.claims.map((reference) => drawClaim(reference, record))
  return [
    drawFinding(finding, columns, style).trimEnd(),
    ...section('Obligation', [
      `${finding.obligation}: ${obligation?.says ?? ''}`,
      `${sayStanding(obligation?.standing)}. Source: ${obligation?.source ?? 'not told'}.`,
    ]),
    ...section('Rule', [finding.rule]),
    ...section('Claims', claims),
    ...section(
      'Versions',
      finding.versions.map(({ side, says }) => `${principals.nameOf(side)}: ${says}`),
    ),
    ...section('Accounts', accountsOf(finding, assessed)),
    ...section('Standing', [
      `${finding.validity}; responsibility ${finding.responsibility}; ${finding.origins} independent origins`,
    ]),
    '',
    '',
  ].join('\n')
}

function sayStanding(
  standing: AssessedRecord['assessor']['rules']['agreement']['obligations'][number]['standing'] | undefined,
): string {
  if (!standing || standing.kind === 'public-text') return 'In the public text'
  return standing.kind === 'unpublished' ? 'In papers that are not published' : `Told by ${standing.side} alone`
}

function drawClaim(
  { report, claim }: Finding['claims'][number],
  { readings, abstracts }: AssessedRecord['record'],
): string {
  const reading = readings.get(report)
  const told = reading?.claims[claim]
  if (!reading || !told) return `${report}#${claim}`
  const outlet = reading.report.outlet ?? 'outlet not told'
  const voice = told.speaker ? `${told.speaker.text}, in ` : ''
  const abstract = abstracts.has(report) ? ', our abstract of it' : ''
  return `${report}#${claim} ${voice}${outlet}${abstract} (${reading.report.published ?? 'day not told'}): “${told.quote.text}” — ${told.act}, ${told.modality}, rule ${told.rule}, ${told.confidence.toFixed(2)} ${reading.report.url ?? ''}`
}

function accountsOf({ subject }: Finding, { record }: AssessedRecord): readonly string[] {
  if (subject.kind !== 'patrol') return []
  const patrol = record.patrols.find(({ id }) => id === subject.patrol)
  return (patrol?.accounts ?? []).map(
    ({ side, outcome, says, sources }) => `${side}, ${outcome}: ${says} ${sources.join(' ')}`,
  )
}
