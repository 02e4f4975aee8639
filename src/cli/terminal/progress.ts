import { isWatched } from './output.ts'

/** A line on stderr that tells a person how far a long command is. */
export interface Progress {
  /** So many more things are done. */
  readonly step: (count: number) => void
  /** Takes the line away. */
  readonly end: () => void
}

const REDRAW_MILLISECONDS = 200

/** A progress line over `things` ("reports"); silent where nobody watches stderr. */
export function createProgress(things: string): Progress {
  if (!isWatched()) return { step: () => undefined, end: () => undefined }
  const started = performance.now()
  let count = 0
  let drawn = started
  return {
    step: (more) => {
      count += more
      const now = performance.now()
      if (now - drawn < REDRAW_MILLISECONDS) return
      drawn = now
      const rate = Math.round((count * 1_000) / (now - started))
      process.stderr.write(`\r\u001b[K${count.toLocaleString('en')} ${things}, ${rate.toLocaleString('en')} a second`)
    },
    end: () => {
      if (drawn > started) process.stderr.write('\r\u001b[K')
    },
  }
}
