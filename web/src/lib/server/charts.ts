import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { m } from '#messages'
import { sayDay } from '../text/times.ts'
import type { HoldingDay } from '../api-agreement.ts'

/** A week of an obligation: its incidents by how sure they are, apart from one another, and on how many of its days anybody watched. */
interface Week {
  readonly from: string
  readonly days: number
  readonly watched: number
  readonly counts: { readonly [kind in Sureness]: number }
}

/** From the surest down; the page's styles give each its colour. */
const SURENESS = ['verified', 'corroborated', 'alleged'] as const
type Sureness = (typeof SURENESS)[number]

const DAY_MS = 86_400_000

/**
 * How an obligation holds, week by week: incidents stacked by how sure they are, and beneath them a line of how far the week was watched.
 * Drawn on the server. The picture holds no style of its own, which a strict policy would not let in: bars have the class of what they
 * count. Null where nothing was told at all.
 */
export function drawHolding(days: readonly HoldingDay[]): string | null {
  const weeks = weeksOf(days)
  if (!weeks.some(({ counts }) => counts.alleged + counts.corroborated + counts.verified > 0)) return null
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const chart = Plot.plot({
    document,
    width: 620,
    height: 190,
    marginLeft: 34,
    marginBottom: 30,
    x: {
      label: null,
      type: 'band',
      tickFormat: sayShort,
      ticks: weeks.map(({ from }) => from).filter((_, i) => i % Math.ceil(weeks.length / 6) === 0),
    },
    y: {
      label: m.chart_incidents(),
      grid: true,
      ticks: 4,
      tickFormat: (count: number) => (Number.isInteger(count) ? String(count) : ''),
    },
    marks: [
      Plot.cell(
        weeks.filter(({ watched }) => watched === 0),
        { x: 'from', className: 'unwatched', title: ({ from }: Week) => m.chart_unwatched({ day: from }) },
      ),
      ...SURENESS.map((kind, i) =>
        Plot.rectY(stacked(weeks, i), { x: 'from', y1: 'low', y2: 'high', className: `bar ${kind}`, title: 'title' }),
      ),
    ],
  })
  for (const style of chart.querySelectorAll('style')) style.remove()
  for (const styled of chart.querySelectorAll('[style]')) styled.removeAttribute('style')
  return chart.outerHTML
}

function weeksOf(days: readonly HoldingDay[]): readonly Week[] {
  const weeks = Map.groupBy(days, ({ day }) => mondayOf(day))
  return [...weeks].map(([from, own]) => {
    const sum = (count: (day: HoldingDay) => number): number => own.reduce((total, day) => total + count(day), 0)
    return {
      from,
      days: own.length,
      watched: own.filter(({ watched }) => watched).length,
      counts: {
        verified: sum(({ verified }) => verified),
        corroborated: sum(({ corroborated, verified }) => Math.max(0, corroborated - verified)),
        alleged: sum(({ alleged, corroborated }) => Math.max(0, alleged - corroborated)),
      },
    }
  })
}

/** `2020-03-02` → `2 March`. */
function sayShort(day: string): string {
  return sayDay(day).replace(/ \d{4}$/, '')
}

/** By the calendar alone: no zone takes part. */
function mondayOf(day: string): string {
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS
  return new Date((number - ((number + 3) % 7)) * DAY_MS).toISOString().slice(0, 10)
}

/** The bars of one kind, each upon those of the surer kinds. */
function stacked(weeks: readonly Week[], at: number) {
  const kind = SURENESS[at] ?? 'alleged'
  return weeks.map(({ from, counts }) => {
    const low = SURENESS.slice(0, at).reduce((sum, surer) => sum + counts[surer], 0)
    return {
      from,
      low,
      high: low + counts[kind],
      title: m.chart_bar({ day: from, count: counts[kind], kind: KIND_WORDS[kind]() }),
    }
  })
}

const KIND_WORDS = { verified: m.sure_verified, corroborated: m.sure_corroborated, alleged: m.sure_alleged } as const
