import { createHash } from 'node:crypto'
import { z } from 'zod'
import { PEOPLE_TABLES } from '../../store/backup/index.ts'

/** Names the form, so that a later one can be told apart. */
export const BACKUP_FORMAT = 'truceline-backup/1'

const part = z.strictObject({ name: z.string(), salt: z.string(), part: z.string() })

/** The lines of a backup, in this order: one head, checkpoints, entries, people, one end. */
export const lineSchema = z.discriminatedUnion('line', [
  z.strictObject({
    line: z.literal('head'),
    format: z.literal(BACKUP_FORMAT),
    /** When it was made. */
    at: z.string(),
    /** The log's name. */
    origin: z.string(),
    /** Entries that follow. */
    size: z.int().nonnegative(),
    /** Verifier keys of the log. */
    keys: z.array(z.string()),
    /** The private signing key; only where it was asked for. */
    signer: z.string().optional(),
    /** Digest of the projections, where they held the whole log. */
    projections: z.string().nullable(),
  }),
  z.strictObject({
    line: z.literal('entry'),
    index: z.int().nonnegative(),
    /** The leaf's text. */
    leaf: z.string(),
    parts: z.array(part).optional(),
  }),
  z.strictObject({ line: z.literal('checkpoint'), size: z.int().positive(), note: z.string() }),
  z.strictObject({ line: z.literal('person'), table: z.enum(PEOPLE_TABLES), row: z.string() }),
  z.strictObject({
    line: z.literal('end'),
    /** Lines before this one. */
    lines: z.int().nonnegative(),
    /** Hex SHA-256 of those lines, newlines included. */
    sha256: z.string(),
  }),
])
export type BackupLine = z.infer<typeof lineSchema>
export type BackupHead = Extract<BackupLine, { line: 'head' }>

/** Counts and hashes lines as they are written or read. */
export function createLineDigest(): {
  readonly add: (line: string) => void
  readonly lines: () => number
  readonly sha256: () => string
} {
  const hash = createHash('sha256')
  let lines = 0
  return {
    add: (line) => {
      hash.update(`${line}\n`)
      lines++
    },
    lines: () => lines,
    sha256: () => hash.copy().digest('hex'),
  }
}
