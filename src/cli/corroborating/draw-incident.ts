import { countInWords } from '../../base/count-words.ts'
import type { ContradictedValue, Incident, Origin } from '../../model/index.ts'
import { printableLine } from '../terminal/index.ts'

/** Draws an incident for people: what, when and where; each origin with its words and the reports that carry it; each contradiction. */
export function drawIncident(incident: Incident): string {
  const { act, time, place, independentOrigins, recalls } = incident
  const told = [act, time ? spanOf(time.from, time.to) : 'no day told', place?.name ?? 'no place known'].join(' · ')
  const lines = [
    `${printableLine(told)}  (${countInWords(independentOrigins, 'independent origin')}) ${incident.id}`,
    ...incident.origins.map(drawOrigin),
    ...incident.contradictions.map(
      ({ field, between: [one, other], values }) =>
        `  ! ${field}: ${printableLine(drawValue(values[0]))} [${one + 1}] against ${printableLine(drawValue(values[1]))} [${other + 1}]`,
    ),
    ...(recalls.length > 0
      ? [`  recalled by ${countInWords(new Set(recalls.map(({ report }) => report)).size, 'report')}`]
      : []),
  ]
  return `${lines.join('\n')}\n\n`
}

function drawOrigin({ speaker, statement, reports }: Origin, index: number): string {
  return `  [${index + 1}] ${printableLine(speaker)}: ${printableLine(statement)} (${printableLine(reports.join(', '))})`
}

function drawValue(value: ContradictedValue): string {
  if (typeof value === 'string') return value
  if ('from' in value) return spanOf(value.from, value.to)
  if ('name' in value) return value.name
  const counts = [
    ['killed', value.killed],
    ['injured', value.injured],
  ] as const
  return counts.flatMap(([kind, count]) => (count ? `${rangeOf(count.min, count.max)} ${kind}` : [])).join(', ')
}

function rangeOf(min: number, max: number | null): string {
  return max === null ? `at least ${min}` : min === max ? `${min}` : `${min} to ${max}`
}

function spanOf(from: string, to: string): string {
  return from === to ? from : `${from} to ${to}`
}
