/** A pattern machine as it is written to a file: states are numbered from 0, the root, and symbols from 0, "any other". */
export interface MachineData {
  readonly states: number
  readonly symbols: number
  /** State, symbol, next state. */
  readonly steps: readonly (readonly [number, number, number])[]
  /** State, the end state that holds if its patterns go no further. */
  readonly otherwise: readonly (readonly [number, number])[]
  /** End state, label (0: a pattern that only keeps others from matching), how many tokens of the pattern stand before the one meant. */
  readonly ends: readonly (readonly [number, number, number])[]
}

/** Finds patterns in rows of symbols, from left to right, the longest at each place, none overlapping. */
export interface Machine {
  /**
   * Calls `found` for each pattern with the place of its first symbol, how many tokens on the one meant stands, and the label. The
   * symbol behind the last must be 0. What `found` changes up to the end of its pattern is not looked at again.
   */
  readonly run: (
    symbols: Int32Array,
    count: number,
    found: (first: number, skip: number, label: number) => void,
  ) => void
}

const ROOT = 0

/** Lays a machine out as one dense table: a step is then one read. */
export function createMachine({ states, symbols: width, steps, otherwise, ends }: MachineData): Machine {
  const next = new Int16Array(states * width)
  const fallback = new Int16Array(states)
  const isEnd = new Uint8Array(states)
  const label = new Int8Array(states)
  const skip = new Uint8Array(states)
  for (const [state, symbol, to] of steps) next[state * width + symbol] = to
  for (const [state, end] of otherwise) fallback[state] = end
  for (const [state, name, before] of ends) {
    isEnd[state] = 1
    label[state] = name
    skip[state] = before
  }

  return {
    run: (symbols, count, found) => {
      const tell = (first: number, end: number) => {
        const name = label[end] ?? 0
        if (name !== 0) found(first, skip[end] ?? 0, name)
      }
      for (let from = 0; from < count; from++) {
        let [state, shorter, shorterAt] = [ROOT, ROOT, from]
        // symbol 0 leads from every state to the root, so that a search ends at the last symbol at latest
        for (let at = from; ; at++) {
          state = next[state * width + (symbols[at] ?? 0)] ?? ROOT
          if (isEnd[state]) {
            tell(from, state)
            from = at
            break
          }
          if (state === ROOT) {
            if (shorter !== ROOT) tell(from, shorter)
            from = shorterAt
            break
          }
          if (fallback[state]) [shorter, shorterAt] = [fallback[state] ?? ROOT, at]
        }
      }
    },
  }
}
