import { countInWords } from '../../base/count-words.ts'
import { ACT_WORDS, type CaseRecord, type Incident, type Road } from '../../model/index.ts'
import { BAR_WORDS, type PatrolPlan, type Proposal, type StretchRisk } from '../../plan/index.ts'
import { createStyle, fitMiddle, printableLine, widthOf, wrapText, type Style } from '../terminal/index.ts'
import { drawStrip, type StripPlace } from './draw-strip.ts'
import { dayInWords } from '../../base/day-words.ts'

const MOST_INCIDENTS = 5

/** A plan for the terminal: the strip of the road, what is proposed and why, the other answers, and the incidents behind them. */
export function drawPlan(
  plan: PatrolPlan,
  record: CaseRecord,
  road: Road,
  ends: readonly [StripPlace, StripPlace],
  settlements: readonly StripPlace[],
  style: Style = createStyle(process.stdout),
  columns: number = widthOf(process.stdout),
): string {
  const { request } = plan
  const [from, to] = ends
  const title = `${road.name} from ${from.name} (km ${from.km.toFixed(1)}) to ${to.name} (km ${to.km.toFixed(1)}), ${dayInWords(request.departs)}, ${request.departs.slice(11)}`
  const proposed = plan.proposals[plan.proposed]
  return [
    ...wrapText(title, columns).map(style.bold),
    ...wrapText(knownLine(plan, record), columns).map(style.dim),
    '',
    drawStrip(plan, road, [...ends, ...settlements], columns, style),
    '',
    ...(proposed ? [`${style.bold('Proposed:')} ${nameOf(proposed, request)}`] : []),
    ...plan.because.flatMap((sentence) => indent(wrapText(sentence, columns - 2))),
    '',
    ...drawProposals(plan, style),
    ...drawBars(plan, record, columns),
    ...drawBehind(plan, record, columns, style),
    ...drawCurve(plan, style),
    ...drawLifted(plan, columns, style),
    '',
    ...wrapText(
      'Risk is an index from 0 to 1 for comparing, not a probability; exposure is minutes times risk; that of civilians also times the villages beside the road. No report is not no danger. People decide: this only proposes. --figures shows every figure behind it.',
      columns,
    ).map(style.dim),
  ].join('\n')
}

function knownLine({ asOf, unplaced }: PatrolPlan, record: CaseRecord): string {
  const known = asOf === null ? 'By all that is known' : `As known at the end of ${dayInWords(asOf)}`
  const undated = record.undatedLeftOut > 0 ? `; ${record.undatedLeftOut} reports without a date left out` : ''
  const nowhere =
    unplaced > 0
      ? `; ${unplaced === 1 ? '1 incident' : `${unplaced} incidents`} of which no exact place is known count nowhere`
      : ''
  return `${known}: ${record.readings.size} reports, ${record.incidents.length} incidents${undated}${nowhere}.`
}

/** A proposal in words. */
export function nameOf({ way, patrolledKm }: Proposal, { stretch }: PatrolPlan['request']): string {
  const whole = Math.abs(stretch.fromKm - stretch.toKm).toFixed(1)
  const some = `${patrolledKm.toFixed(1)} of ${whole} km`
  switch (way.kind) {
    case 'full':
      return `the whole road, ${whole} km`
    case 'shortened':
      return `shorten: turn at ${way.turnAt.name} (km ${way.turnAt.km.toFixed(1)}), ${some}`
    case 'detour':
      return `go round: leave the road at km ${way.detour.leavesAtKm?.toFixed(0)}, ${some} on it`
    case 'other-hour':
      return `depart at ${way.departs.slice(11)}${way.turnAt ? `, turn at ${way.turnAt.name}` : ''}, ${some}`
    case 'postponed':
      return `wait until ${dayInWords(way.until)}, unless the road is reported free before`
  }
}

function drawProposals({ proposals, proposed, request }: PatrolPlan, style: Style): readonly string[] {
  const head = style.dim(
    `  ${'drive'.padStart(9)}${'time'.padStart(9)}${'exposure'.padStart(10)}${'civilians'.padStart(11)}  worst stretch`,
  )
  const rows = proposals.flatMap((one, i) => {
    const mark = i === proposed ? style.tone('green', '▸') : ' '
    const worst = one.deciding ? `km ${kmOf(one.deciding)}, ${one.deciding.risk.toFixed(2)}` : schematicOf(one)
    const barred = one.allowed ? '' : style.tone('red', '  not allowed')
    return [
      `${mark} ${i === proposed ? style.bold(nameOf(one, request)) : nameOf(one, request)}${barred}`,
      `  ${`${one.lengthKm.toFixed(1)} km`.padStart(9)}${`${one.minutes.toFixed(0)} min`.padStart(9)}${one.exposure.toFixed(1).padStart(10)}${one.civilianExposure.toFixed(1).padStart(11)}  ${worst}`,
    ]
  })
  return [head, ...rows]
}

function schematicOf({ way }: Proposal): string {
  if (way.kind !== 'detour' || way.detour.schematicKm === 0) return ''
  return `${way.detour.schematicKm.toFixed(1)} km of it only assumed: reconnoitre`
}

function kmOf({ fromKm, toKm }: StretchRisk): string {
  return `${Number(fromKm.toFixed(1))}–${Number(toKm.toFixed(1))}`
}

/** The words of the reports behind what bars the road asked for. */
function drawBars({ proposals }: PatrolPlan, { readings }: CaseRecord, columns: number): readonly string[] {
  const bars = proposals.find(({ way }) => way.kind === 'full')?.barredBy ?? []
  return bars.flatMap(({ kind, place, claims }) => [
    '',
    `Who reports ${BAR_WORDS[kind]}${place ? ` at ${place}` : ''}:`,
    ...claims.slice(0, MOST_INCIDENTS).map(({ report, claim }) => {
      const reading = readings.get(report)
      const quote = printableLine(reading?.claims[claim]?.quote.text ?? '')
      const published = reading?.report.published ? `, ${dayInWords(reading.report.published)}` : ''
      return `  ${fitMiddle(`${printableLine(reading?.report.outlet ?? report)}${published} (${report}): “${quote}”`, columns - 2)}`
    }),
  ])
}

/** The incidents behind the worst stretch of the whole road. */
function drawBehind({ proposals }: PatrolPlan, record: CaseRecord, columns: number, style: Style): readonly string[] {
  const deciding = proposals.find(({ way }) => way.kind === 'full')?.deciding
  if (!deciding) return []
  const { contributions, unwatched, unwatchedDays } = deciding
  const watched = unwatchedDays === null ? 'never, as far as is known' : `${unwatchedDays} days before`
  const lines = contributions.slice(0, MOST_INCIDENTS).map(({ incident, withoutIt }) => {
    const found = record.incidents.find((it) => it.incident.id === incident)?.incident
    return `  −${withoutIt.toFixed(2)}  ${fitMiddle(found ? sayIncident(found, record) : 'incident', columns - 9)}`
  })
  return [
    '',
    `Behind km ${kmOf(deciding)} (by how much the risk would fall without it; ${unwatched.toFixed(2)} is for want of watching, last watched ${watched}):`,
    ...(lines.length > 0 ? lines : [style.dim('  no incident that is known')]),
  ].flatMap((line) => (line.length > columns && line.startsWith('Behind') ? wrapText(line, columns) : [line]))
}

function drawCurve({ curve }: PatrolPlan, style: Style): readonly string[] {
  if (curve.length === 0) return ['', 'No way through is known that keeps clear of what bars the road.']
  if (new Set(curve.map(({ lengthKm, exposure }) => `${lengthKm.toFixed(1)} ${exposure.toFixed(1)}`)).size === 1)
    return ['', 'A longer drive buys nothing: one way is the best however much risk weighs.']
  const line = (label: string, cells: readonly string[]) =>
    `${label.padEnd(24)}${cells.map((cell) => cell.padStart(8)).join('')}`
  return [
    '',
    style.dim(
      line(
        'longer drive, risk weighs',
        curve.map(({ weight }) => `×${weight}`),
      ),
    ),
    line(
      '  km',
      curve.map(({ lengthKm }) => lengthKm.toFixed(1)),
    ),
    line(
      '  minutes',
      curve.map(({ minutes }) => minutes.toFixed(0)),
    ),
    line(
      '  exposure',
      curve.map(({ exposure }) => exposure.toFixed(1)),
    ),
    line(
      '  km only assumed',
      curve.map(({ schematicKm }) => schematicKm.toFixed(1)),
    ),
  ]
}

function drawLifted({ lifted }: PatrolPlan, columns: number, style: Style): readonly string[] {
  if (lifted.length === 0) return []
  const lines = lifted.map(({ bar, why }) => {
    const reason =
      why.kind === 'lapsed'
        ? `lapsed on ${dayInWords(why.on)}`
        : why.kind === 'cleared'
          ? `reported cleared on ${dayInWords(why.on)} (${why.claim.report})`
          : `driven past by the patrol ${why.patrol} (${why.side})`
    return `${BAR_WORDS[bar.kind]} ${bar.place ? `at ${bar.place}` : 'somewhere on the road'}, reported on ${dayInWords(bar.reported)}: ${reason}`
  })
  return [
    '',
    style.dim('No longer bars the road:'),
    ...lines.flatMap((line) => indent(wrapText(line, columns - 2)).map(style.dim)),
  ]
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`)
}

/** "road cut, 15 March 2020, 1 origin (report): words"; what nobody says was done is told as threatened, planned … */
function sayIncident({ act, claims, time, independentOrigins }: Incident, { readings }: CaseRecord): string {
  const told = claims.flatMap(({ report, claim }) => {
    const found = readings.get(report)?.claims[claim]
    return found ? [{ report, claim: found }] : []
  })
  const first = told.find(({ claim }) => claim.act === act) ?? told[0]
  const isDone = told.some(({ claim }) => claim.modality === 'asserted')
  const what = `${ACT_WORDS[act].name}${isDone || !first ? '' : ` (${first.claim.modality})`}`
  const day = time ? dayInWords(time.from) : 'no day told'
  const words = printableLine(first?.claim.quote.text ?? '')
  return `${what}, ${day}, ${countInWords(independentOrigins, 'origin')} (${first?.report ?? ''}): “${words}”`
}
