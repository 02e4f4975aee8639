/** Least, middle and greatest of some measurements. */
export interface Spread {
  readonly min: number
  readonly median: number
  readonly max: number
}

const WARM_UP_ROUNDS = 40
const ROUNDS = 31

/** Results are added here, so that no work is optimised away as unused. */
let sink = 0

/**
 * Seconds of processor time that each work took, round by round, with all that the process did for it on other threads (collecting
 * garbage, compiling): so what else runs on the machine counts for little. They take turns, so that it disturbs all alike.
 */
export function measureTurns(works: readonly (() => number)[]): number[][] {
  const seconds = works.map((): number[] => [])
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const [i, work] of works.entries()) {
      const started = processorSeconds()
      sink += work()
      if (round >= WARM_UP_ROUNDS) seconds[i]?.push(processorSeconds() - started)
    }
  }
  if (!Number.isFinite(sink)) throw new Error('a work gave no number')
  return seconds
}

/** Processor time of the process so far, all its threads together. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** The spread of measurements; of none, zeros. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  return { min: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 }
}
