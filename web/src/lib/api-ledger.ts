/** The log as its last checkpoint has it. */
export interface LedgerHead {
  readonly size: number
  /** The signed note, as C2SP tlog-checkpoint writes it; null while the log is empty. */
  readonly checkpoint: string | null
  /** Verifier keys of the log. */
  readonly keys: readonly string[]
}

/** An entry as the list of the log shows it: nothing of what it says. */
export interface LedgerLine {
  readonly index: number
  readonly kind: string
  readonly at: string
  readonly by: string
  readonly leafHash: string
}

/** That an entry stands in the log at a size. */
export interface EntryProof {
  readonly index: number
  readonly size: number
  readonly leafHash: string
  /** Base64 hashes from the leaf up. */
  readonly proof: readonly string[]
  readonly checkpoint: string | null
}
