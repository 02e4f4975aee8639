import type { Road } from '../../model/index.ts'
import type { PatrolPlan, StretchRisk } from '../../plan/index.ts'
import { printableLine, wrapText, type Style } from '../terminal/index.ts'

const LEVELS = '▁▂▃▄▅▆▇█'
const LABEL_COLUMNS = 11
/** Stands for a space at which no line is broken; no name has it. */
const GLUE = '_'

/** A place to be marked on the strip. */
export interface StripPlace {
  readonly name: string
  readonly km: number
}

/**
 * A stretch of road as a strip across the terminal, driven from left to right: kilometres, risk by height, what bars it, how many incidents
 * bear on it, and letters for places, told below.
 */
export function drawStrip(
  { request, stretches, bars }: PatrolPlan,
  road: Road,
  places: readonly StripPlace[],
  columns: number,
  style: Style,
): string {
  const { fromKm, toKm } = request.stretch
  const westward = fromKm > toKm
  const [low, high] = [Math.min(fromKm, toKm), Math.max(fromKm, toKm)]
  const perColumn = Math.max(1, Math.ceil((high - low) / (columns - LABEL_COLUMNS)))
  const width = Math.max(1, Math.ceil((high - low) / perColumn))
  const kmAt = (column: number): number => (westward ? high - column * perColumn : low + column * perColumn)
  const columnOf = (km: number): number =>
    Math.min(width - 1, Math.max(0, Math.floor((westward ? high - km : km - low) / perColumn)))
  const cells = Array.from({ length: width }, (_, column) => {
    const [a, b] = [kmAt(column), kmAt(column + 1)]
    return stretches.filter(({ fromKm, toKm }) => toKm > Math.min(a, b) + 1e-9 && fromKm < Math.max(a, b) - 1e-9)
  })
  const barred = cells.map((cell) => {
    return bars.some(({ part }) => part && cell.some(({ fromKm, toKm }) => toKm > part.fromKm && fromKm < part.toKm))
  })
  const incidents = cells.map((cell) => countOf(cell)).join('')
  const letters = lettersOf(places, columnOf, width)
  const legend = wrapText(letters.legend.map(legendOf).join(' · '), columns - LABEL_COLUMNS)
  const source = wrapText(`${perColumn} km a column. ${road.name}: ${road.source}.`, columns - LABEL_COLUMNS)
  return [
    row('km', axisOf(kmAt, width), style.dim),
    row('risk', cells.map((cell) => tint(cell, style)).join('')),
    row('barred', barred.map((bar) => (bar ? style.tone('red', '█') : style.dim('·'))).join('')),
    row('incidents', incidents),
    row('places', letters.line),
    ...legend.map((line) => row('', line.replaceAll(GLUE, ' '))),
    ...source.map((line) => row('', line, style.dim)),
  ].join('\n')
}

/** In one piece, so that a letter keeps its name. */
function legendOf({ letter, name, km }: StripPlace & { readonly letter: string }): string {
  return `${letter} ${printableLine(name)} ${km.toFixed(1)}`.replaceAll(' ', GLUE)
}

/** How many incidents add a hundredth or more to the risk of a column's stretches. */
function countOf(cell: readonly StretchRisk[]): string {
  const incidents = cell.flatMap(({ contributions }) =>
    contributions.flatMap(({ incident, withoutIt }) => (withoutIt >= 0.01 ? incident : [])),
  )
  const count = new Set(incidents).size
  return count === 0 ? ' ' : count > 9 ? '+' : String(count)
}

function row(label: string, line: string, paint: (text: string) => string = (text) => text): string {
  return `${label.padEnd(LABEL_COLUMNS)}${paint(line)}`.trimEnd()
}

/** A column's height is the greatest risk of its stretches. */
function tint(cell: readonly StretchRisk[], style: Style): string {
  const risk = Math.max(0, ...cell.map((stretch) => stretch.risk))
  const level = LEVELS[Math.min(LEVELS.length - 1, Math.floor(risk * LEVELS.length))] ?? '▁'
  return risk > 0.5 ? style.tone('red', level) : risk > 0.25 ? style.tone('yellow', level) : level
}

/** Whole tens of kilometres, written where they are. */
function axisOf(kmAt: (column: number) => number, width: number): string {
  let line = ''
  for (let column = 0; column < width; column++) {
    const [a, b] = [kmAt(column), kmAt(column + 1)]
    const ten = Math.ceil(Math.min(a, b) / 10) * 10
    if (ten < Math.max(a, b) && line.length <= column) line = `${line.padEnd(column)}${ten} `
  }
  return line
}

function lettersOf(places: readonly StripPlace[], columnOf: (km: number) => number, width: number) {
  const line = Array.from({ length: width }, () => ' ')
  const legend: { readonly letter: string; readonly name: string; readonly km: number }[] = []
  for (const { name, km } of places.toSorted((a, b) => columnOf(a.km) - columnOf(b.km))) {
    const letter = String.fromCodePoint(97 + (legend.length % 26))
    const column = columnOf(km)
    if (line[column] !== ' ' || legend.length === 26) continue
    line[column] = letter
    legend.push({ letter, name, km })
  }
  return { line: line.join(''), legend }
}
