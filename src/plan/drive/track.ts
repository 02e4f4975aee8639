/** A point of a track. */
export interface TrackPoint {
  readonly lat: number
  readonly lon: number
  /** Seconds since 1970 UTC; null where it is not told or cannot be true. */
  readonly seconds: number | null
}

/** Why something of a track was left out or changed. */
export type DropReason =
  /** The file ends in the middle. */
  | 'breaks-off'
  /** A point without coordinates, or with ones that the earth does not have. */
  | 'no-coordinates'
  /** A point at 0° 0°: the receiver had no fix. */
  | 'no-fix'
  /** A time that cannot be read. */
  | 'time-unreadable'
  /** A time before the one before it, or decades off: the clock was wrong; the point stays, its time goes. */
  | 'clock-wrong'
  /** A point farther from the one before it than any column drives. */
  | 'jump'

/** The same in words. */
export const DROP_WORDS: { readonly [why in DropReason]: string } = {
  'breaks-off': 'the file breaks off',
  'no-coordinates': 'points without coordinates of this earth',
  'no-fix': 'points at 0° 0°, before the receiver had a fix',
  'time-unreadable': 'times that cannot be read',
  'clock-wrong': 'times of a wrong clock; the points stay',
  jump: 'points farther off than any column drives',
}

/** What was left out of a track, a line a reason. */
export interface Dropped {
  readonly why: DropReason
  readonly count: number
  /** Number of the first point it happened at, from 1. */
  readonly firstAt: number
}

/** A track as it can be used. */
export interface Track {
  readonly points: readonly TrackPoint[]
  readonly dropped: readonly Dropped[]
}

/** Collects what is dropped. */
export interface DropTally {
  readonly add: (why: DropReason, at: number) => void
  readonly list: () => readonly Dropped[]
}

/** A tally of drops, in the order of their first. */
export function createDropTally(): DropTally {
  const drops = new Map<DropReason, { readonly count: number; readonly firstAt: number }>()
  return {
    add: (why, at) => {
      const before = drops.get(why)
      drops.set(why, { count: (before?.count ?? 0) + 1, firstAt: before?.firstAt ?? at })
    },
    list: () => [...drops].map(([why, drop]) => ({ why, ...drop })),
  }
}
