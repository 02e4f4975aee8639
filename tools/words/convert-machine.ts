import type { MachineData } from '../../src/base/words/tagger/index.ts'
import type { WinkMachine } from './wink-model.ts'

/** The event by which the model writes what holds if a pattern goes no further. */
const OTHERWISE = 2_070_003
/** Events from here on are hints: this and the hint's number. */
const HINTS = 1_080_000
/** The label of patterns that only keep others from matching. */
const NO_LABEL = '0'

/** The event that the model gives a spelling with a hint. */
export function eventOfHint(hint: number): number {
  return HINTS + hint
}

/**
 * Numbers a machine's events densely, from 1, and its labels by `labelOf`.
 */
export function convertMachine(
  [, last, steps, labels, marks]: WinkMachine,
  labelOf: (label: string) => number,
  symbolOf: ReadonlyMap<number, number>,
): MachineData {
  const rows = Object.entries(steps).flatMap(([state, row]) =>
    Object.entries(row).map(([event, next]) => [Number(state), Number(event), next] as const),
  )
  return {
    states: last + 1,
    symbols: Math.max(...symbolOf.values()) + 1,
    // an event that no token has is in no map
    steps: rows.flatMap(([state, event, next]) => {
      const symbol = symbolOf.get(event)
      return symbol === undefined ? [] : [[state, symbol, next] as const]
    }),
    otherwise: rows.flatMap(([state, event, next]) =>
      event === OTHERWISE && next > 0 ? [[state, next] as const] : [],
    ),
    ends: Object.entries(labels).map(([state, label]) => [
      Number(state),
      label === NO_LABEL ? 0 : labelOf(label),
      marks[state]?.[0] ?? 0,
    ]),
  }
}

/** All events of machines that tokens can have, in order. */
export function eventsOf(machines: readonly WinkMachine[]): readonly number[] {
  const events = machines.flatMap(([, , steps]) => Object.values(steps).flatMap((row) => Object.keys(row).map(Number)))
  return [...new Set(events)].filter((event) => Number.isFinite(event) && event !== OTHERWISE).sort((a, b) => a - b)
}
