import type { LogLine, Page } from './api-types.ts'

/** The log as its last checkpoint has it. */
export interface LedgerHead {
  readonly origin: string
  readonly size: number
  /** Base64 of the root. */
  readonly root: string
  /** The signed note, as C2SP tlog-checkpoint writes it. */
  readonly note: string
}

/** An entry with the proof that it stands in the log at that size. */
export interface ProvedEntry extends LogLine {
  /** The leaf's text: canonical JSON of the entry. */
  readonly text: string
  /** Base64 of the leaf's hash. */
  readonly leafHash: string
  readonly size: number
  readonly root: string
  /** Inclusion proof, base64 hashes from the leaf up. */
  readonly proof: readonly string[]
}

export type LedgerPage = Page<LogLine>
