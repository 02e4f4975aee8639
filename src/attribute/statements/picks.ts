/** The best few of many scored candidates, best first, in flat arrays that are used again and again. */
export interface Picks {
  readonly first: Int32Array
  readonly second: Int32Array
  readonly score: Float64Array
  readonly most: number
  count: number
}

/** How many more than `most` picks may be forced in (training). */
const FORCED = 16

/** Room for the best `most` candidates. */
export function createPicks(most: number): Picks {
  const room = most + FORCED
  return { first: new Int32Array(room), second: new Int32Array(room), score: new Float64Array(room), most, count: 0 }
}

/** Offers a candidate, two numbers and a score; it is kept if it is among the best so far. The earlier of equals stays ahead. */
export function offer(picks: Picks, first: number, second: number, score: number): void {
  if (picks.count === picks.most && score <= (picks.score[picks.most - 1] ?? 0)) return
  let n = Math.min(picks.count, picks.most - 1)
  while (n > 0 && score > (picks.score[n - 1] ?? 0)) {
    put(picks, n, picks.first[n - 1] ?? 0, picks.second[n - 1] ?? 0, picks.score[n - 1] ?? 0)
    n--
  }
  put(picks, n, first, second, score)
  if (picks.count < picks.most) picks.count++
}

/** Keeps a candidate however bad it is, unless it is kept already or the room is full. */
export function force(picks: Picks, first: number, second: number, score: number): void {
  for (let n = 0; n < picks.count; n++) if (picks.first[n] === first && picks.second[n] === second) return
  if (picks.count < picks.most + FORCED) put(picks, picks.count++, first, second, score)
}

function put(picks: Picks, n: number, first: number, second: number, score: number): void {
  picks.first[n] = first
  picks.second[n] = second
  picks.score[n] = score
}
