/** Least, middle and greatest of some measurements. */
export interface Spread {
  readonly min: number
  readonly median: number
  readonly max: number
}

const WARM_UP_ROUNDS = 3
const ROUNDS = 9

/** Results are added here, so that no work is optimised away as unused. */
let sink = 0

/** Seconds that each work took, round by round; they take turns, so that what else runs on the machine disturbs all alike. */
export function measureTurns(works: readonly (() => number)[]): number[][] {
  const seconds = works.map((): number[] => [])
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const [i, work] of works.entries()) {
      const started = performance.now()
      sink += work()
      if (round >= WARM_UP_ROUNDS) seconds[i]?.push((performance.now() - started) / 1_000)
    }
  }
  if (!Number.isFinite(sink)) throw new Error('a work gave no number')
  return seconds
}

/** The spread of measurements; of none, zeros. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  return { min: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 }
}
