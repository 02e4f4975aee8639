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

/** A witness that a side has named. */
export interface WitnessLine {
  readonly side: string
  readonly verifier: string
  readonly entry: number
  readonly current: boolean
}

/** That a witness signed the log at a size. */
export interface Cosignature {
  readonly size: number
  readonly side: string
  readonly witness: string
  readonly keyId: string
  /** By the witness's own clock. */
  readonly at: string
  readonly current: boolean
}

/** What came of reading the whole log. */
export interface Audit {
  readonly at: string
  readonly size: number
  readonly provenSize: number
  readonly checkpoints: number
  readonly sealed: { readonly kept: number; readonly gone: number }
  readonly findings: readonly {
    readonly code: string
    readonly message: string
    readonly entry: { readonly index: number; readonly kind: string | null } | null
  }[]
  readonly unlisted: number
}
