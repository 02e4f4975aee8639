import { dayInWords } from '../../base/day-words.ts'
import type { Stretch } from '../../model/index.ts'
import { countPatrols, type PatrolStatistics } from '../../plan/index.ts'
import type { StatsOptions } from '../patrol.ts'
import { createStyle, printableLine, refuse, widthOf, wrapText, write, type Style } from '../terminal/index.ts'
import { readCaseRecord } from './case-record.ts'

const BAR_COLUMNS = 24

/** Counts what the patrols of a road drove of what they were obliged to. */
export async function runStats(location: string | undefined, options: StatsOptions): Promise<void> {
  const record = await readCaseRecord(location, options)
  if (!record.ok) return refuse(record.failure)
  const roadId = options.road.toLowerCase()
  const patrols = record.value.patrols.filter(({ road }) => road === roadId)
  const [widest] = patrols.flatMap(({ planned }) => planned ?? []).toSorted((a, b) => lengthOf(b) - lengthOf(a))
  if (!widest)
    return refuse({
      code: 'road-unknown',
      message: `--road: found ${options.road}, expected a road with a planned patrol`,
    })
  const statistics = countPatrols(patrols, widest)
  if (options.format === 'json') return write(`${JSON.stringify(statistics)}\n`)
  return write(`${drawStatistics(statistics, options.road, createStyle(process.stdout), widthOf(process.stdout))}\n`)
}

function lengthOf({ fromKm, toKm }: Stretch): number {
  return Math.abs(fromKm - toKm)
}

function drawStatistics(
  { obliged, weeks, neverReached, daysBetween, causes }: PatrolStatistics,
  road: string,
  style: Style,
  columns: number,
): string {
  const sum = (pick: (week: PatrolStatistics['weeks'][number]) => number): number =>
    weeks.reduce((all, week) => all + pick(week), 0)
  const [patrols, untold] = [sum((week) => week.patrols), sum((week) => week.untold)]
  const sorted = daysBetween.toSorted((a, b) => a - b)
  return [
    style.bold(
      `${road}, km ${obliged.fromKm.toFixed(1)} to ${obliged.toKm.toFixed(1)}: ${lengthOf(obliged).toFixed(1)} km a patrol`,
    ),
    ...wrapText(
      `${patrols} patrols were obliged to ${sum((week) => week.obligedKm).toFixed(0)} km; accounts tell of ${range(
        sum((week) => week.leastKm),
        sum((week) => week.mostKm),
      )} km driven one way. Of ${untold} patrols nobody tells how far they got: they count nothing here, though they drove.`,
      columns,
    ),
    '',
    style.dim(
      `${'week of'.padEnd(20)}${'patrols'.padStart(8)}${'obliged'.padStart(9)}${'driven'.padStart(14)}  untold`,
    ),
    ...weeks.map((week) => drawWeek(week, style)),
    '',
    neverReached.length === 0
      ? 'Every part of the stretch was reached at least once, by what accounts tell.'
      : `Never reached, by what accounts tell: ${neverReached.map(({ fromKm, toKm }) => `km ${fromKm.toFixed(1)}–${toKm.toFixed(1)}`).join(', ')}.`,
    sorted.length === 0
      ? ''
      : `Days from one patrol to the next: ${sorted[0]} to ${sorted.at(-1)}, in the middle ${sorted[sorted.length >> 1]}.`,
    '',
    'Why patrols were shortened, as it was said:',
    ...causes.flatMap(({ reason, accounts }) =>
      wrapText(
        `${printableLine(reason)} (${accounts.map(({ patrol, side }) => `${patrol.slice(0, 10)} ${side}`).join(', ')})`,
        columns - 4,
      ).map((line, i) => `${i === 0 ? '  ' : '    '}${line}`),
    ),
  ].join('\n')
}

function drawWeek(
  { monday, patrols, obligedKm, leastKm, mostKm, untold }: PatrolStatistics['weeks'][number],
  style: Style,
): string {
  const share = obligedKm > 0 ? Math.round((mostKm / obligedKm) * BAR_COLUMNS) : 0
  const bar = '█'.repeat(share) + style.dim('·'.repeat(patrols > 0 ? BAR_COLUMNS - share : 0))
  const driven = patrols === 0 ? '' : untold === patrols ? 'not told' : range(leastKm, mostKm)
  return `${dayInWords(monday).padEnd(20)}${String(patrols).padStart(8)}${obligedKm.toFixed(0).padStart(9)}${driven.padStart(14)}${String(untold || '').padStart(8)}  ${bar}`.trimEnd()
}

function range(least: number, most: number): string {
  return most - least < 0.05 ? most.toFixed(1) : `${least.toFixed(1)}–${most.toFixed(1)}`
}
