/** A place in an ordered list to go on from, as clients hand it back; they need not understand it. */
export type Cursor = string

/** A stretch of a list, and where the next one begins; null where it is the last. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: Cursor | null
}

/** Prints the key of the last row shown. */
export function formatCursor(key: readonly (string | number | null)[]): Cursor {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Reads a cursor of so many members; null where it is none of ours. */
export function parseCursor(cursor: Cursor, members: number): readonly (string | number | null)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(key) && key.length === members && key.every(isMember) ? key : null
  } catch {
    return null
  }
}

function isMember(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number'
}
