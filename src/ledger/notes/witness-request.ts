import { fromBase64, toBase64 } from '../../base/base64.ts'
import { done, type Result } from '../../base/result.ts'
import { refused, type LedgerFailure } from '../failure.ts'
import type { Hash } from '../merkle/index.ts'

/** Most hashes a consistency proof can have: one for each level of a tree below 2^63, twice. */
const MAX_PROOF = 126

/** What a log asks of a witness: the body of `add-checkpoint` in c2sp.org/tlog-witness. */
export interface WitnessRequest {
  /** Size of the last checkpoint that this witness cosigned, as the log knows it; 0 before the first. */
  readonly oldSize: number
  /** Consistency proof from there. */
  readonly proof: readonly Hash[]
  /** The new checkpoint as the log signed it. */
  readonly note: string
}

/** Prints a request: `old SIZE`, a line for each hash, an empty line, the note. */
export function formatWitnessRequest({ oldSize, proof, note }: WitnessRequest): string {
  return `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${note}`
}

/** Reads a request; whether it is right, `cosignCheckpoint` tells. Fails with `note-malformed` or `proof-malformed`. */
export function parseWitnessRequest(text: string): Result<WitnessRequest, LedgerFailure> {
  const border = text.indexOf('\n\n')
  const [first = '', ...lines] = text.slice(0, Math.max(0, border)).split('\n')
  const size = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1]
  if (size === undefined || !Number.isSafeInteger(Number(size))) {
    return refused(
      'note-malformed',
      'request',
      'no first line with a size',
      'old SIZE, hashes, an empty line, the note',
    )
  }
  const proof = lines.map(fromBase64)
  if (proof.length > MAX_PROOF || !proof.every((hash): hash is Hash => hash?.length === 32)) {
    return refused('proof-malformed', 'request', 'other lines', `at most ${MAX_PROOF} base64 hashes of 32 bytes`)
  }
  return done({ oldSize: Number(size), proof, note: text.slice(border + 2) })
}
