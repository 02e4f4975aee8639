import type { EntryIndex } from '../../model/index.ts'

/** Entries that came into the log, by whoever: this process or another one. */
export interface Change {
  /** The log is so long now. */
  readonly size: number
  /** The first of the new entries. */
  readonly from: EntryIndex
  /** What kinds they are of, each once. */
  readonly kinds: readonly string[]
}

/** Tells listeners what came into a case's log. */
export interface ChangeFeed {
  /** Calls the listener at every change until the function that it gives back is called. */
  readonly listen: (listener: (change: Change) => void) => () => void
  /** Looks now instead of at the next round; after a write, so that it is told at once. */
  readonly look: () => Promise<void>
  readonly stop: () => void
}

/** How often the log is looked at while somebody listens: others may write to a PostgreSQL store, too. */
const ROUND_MS = 2_000

/**
 * Watches a log by its size.
 *
 * @param size where the log stands at first
 * @param kindsSince the kinds of the entries from an index on, and how long the log is with them
 */
export function createChangeFeed(
  size: number,
  kindsSince: (from: EntryIndex) => Promise<{ readonly size: number; readonly kinds: readonly string[] }>,
): ChangeFeed {
  const listeners = new Set<(change: Change) => void>()
  let known = size
  let round: NodeJS.Timeout | null = null
  const look = async (): Promise<void> => {
    const from = known
    const news = await kindsSince(from)
    // another look may have told of it meanwhile
    if (news.size <= known || from !== known) return
    known = news.size
    for (const listener of listeners) listener({ ...news, from })
  }
  const stop = (): void => {
    if (round) clearInterval(round)
    round = null
  }
  return {
    listen: (listener) => {
      listeners.add(listener)
      // a look that fails is made up for by the next one
      round ??= setInterval(() => void look().catch(() => undefined), ROUND_MS).unref()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    look,
    stop,
  }
}
