import { mixHash } from '../../base/hash.ts'

/** Pairs kept at hand, a power of two: linking and grouping ask for the same ones again and again. */
const USUAL_SLOTS = 1 << 16

/** Remembers a symmetric figure of pairs of rows: a table of fixed size in which a new pair displaces an old one. */
export class PairMemo {
  readonly #pairs: Float64Array
  readonly #values: Int32Array
  readonly #compute: (a: number, b: number) => number

  /**
   * @param compute the figure of two rows, a whole number; the same in either order
   * @param slots pairs kept at hand, a power of two; 12 bytes each (Default: 65,536)
   */
  constructor(compute: (a: number, b: number) => number, slots = USUAL_SLOTS) {
    this.#compute = compute
    this.#pairs = new Float64Array(slots).fill(-1)
    this.#values = new Int32Array(slots)
  }

  of(a: number, b: number): number {
    const pair = Math.min(a, b) * 2 ** 26 + Math.max(a, b)
    const slot = mixHash(a ^ b, a + b) & (this.#pairs.length - 1)
    if (this.#pairs[slot] !== pair) {
      this.#pairs[slot] = pair
      this.#values[slot] = this.#compute(a, b)
    }
    return this.#values[slot] ?? 0
  }
}
