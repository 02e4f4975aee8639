/** Makes callers wait their turn, so that a host is not asked more often than it should be. */
export interface Pace {
  /** Resolves when it is the caller's turn at this host. */
  readonly turn: (host: string) => Promise<void>
}

/**
 * One request a host in `gapMilliseconds`, in the order of the asking; hosts do not wait for each other.
 *
 * @param now a monotonic clock in milliseconds
 * @param sleep resolves after so many milliseconds
 */
export function createPace(
  gapMilliseconds: number,
  now: () => number,
  sleep: (milliseconds: number) => Promise<unknown>,
): Pace {
  const next = new Map<string, number>()
  return {
    turn: async (host) => {
      const at = Math.max(now(), next.get(host) ?? -Infinity)
      next.set(host, at + gapMilliseconds)
      const wait = at - now()
      if (wait > 0) await sleep(wait)
    },
  }
}
