import { refusal, type ReadFailure } from './failure.ts'

/** What one page may cost. */
export interface ReadBounds {
  /** Bytes of a file, or UTF-16 units of a text given as such. (Default: 10 MiB) */
  readonly maxSize: number
  /** How deep elements of a page may nest. (Default: 400; pages of the press stay below 60) */
  readonly maxDepth: number
  /** Elements of one page; bounds the tree's memory and the search for the main part. (Default: 60,000) */
  readonly maxElements: number
  /**
   * UTF-16 units of a report's body, boilerplate left out. What is said is read at about a microsecond a unit, so this keeps the whole
   * of a page within its time; the longest reports of missions stay below a third of it. (Default: 600,000)
   */
  readonly maxBody: number
  /** Milliseconds for one page. (Default: 2,000) */
  readonly maxMilliseconds: number
  /** A clock in milliseconds, monotonic; only differences count. */
  readonly now: () => number
}

/** The usual bounds, on the clock given. */
export function usualBounds(now: () => number): ReadBounds {
  return {
    maxSize: 10 * 1024 * 1024,
    maxDepth: 400,
    maxElements: 60_000,
    maxBody: 600_000,
    maxMilliseconds: 2_000,
    now,
  }
}

/** Answers the refusal once a page's time is up, else null. */
export type Stopwatch = () => ReadFailure | null

/** Starts to count a page's time. */
export function startStopwatch(bounds: ReadBounds, place: string): Stopwatch {
  const started = bounds.now()
  return () => {
    const spent = bounds.now() - started
    if (spent <= bounds.maxMilliseconds) return null
    return refusal('too-slow', place, `${Math.round(spent)} ms`, `at most ${bounds.maxMilliseconds} ms a page`)
  }
}

/** The refusal of a report whose body is too long to be read within a page's time, else null. */
export function checkBody(size: number, bounds: ReadBounds, place: string): ReadFailure | null {
  if (size <= bounds.maxBody) return null
  return refusal('too-large', place, `a body of ${size} characters`, `at most ${bounds.maxBody}`)
}

/** The refusal of a page that is too large, else null. */
export function checkSize(size: number, bounds: ReadBounds, place: string): ReadFailure | null {
  if (size <= bounds.maxSize) return null
  return refusal('too-large', place, `${size} bytes or characters`, `at most ${bounds.maxSize}`)
}
