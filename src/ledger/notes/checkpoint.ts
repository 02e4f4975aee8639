import { fromBase64, toBase64 } from '../../base/base64.ts'
import { done, type Result } from '../../base/result.ts'
import { refused, type LedgerFailure } from '../failure.ts'
import type { TreeHead } from '../merkle/index.ts'
import type { SignerKey, VerifierKey } from './keys.ts'
import { formatNote, parseNote, type Note } from './signed-note.ts'
import { checkSignatures, signNoteText, type CheckedSignature } from './signing.ts'

/** A log's size and root under its name: the text of c2sp.org/tlog-checkpoint. */
export interface Checkpoint extends TreeHead {
  /** Which log: one non-empty line, by custom an address without its scheme. */
  readonly origin: string
  /** Lines after the third, opaque; the format advises against them. (Default: none) */
  readonly extensions?: readonly string[]
}

/** A checkpoint whose signatures were checked. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint
  readonly note: Note
  readonly signatures: readonly CheckedSignature[]
}

/** Prints a checkpoint's text: origin, size, root, extensions, each on its line. Throws where a line cannot hold its value. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  for (const line of [origin, ...extensions]) {
    if (line === '' || !line.isWellFormed() || /\p{Cc}/u.test(line)) {
      throw new TypeError(`checkpoint line: found ${JSON.stringify(line)}, expected text without control characters`)
    }
  }
  return `${[origin, String(size), toBase64(root), ...extensions].join('\n')}\n`
}

/** Reads a checkpoint's text. Fails with `checkpoint-malformed`. */
export function parseCheckpoint(text: string): Result<Checkpoint, LedgerFailure> {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n')
  const bytes = fromBase64(root)
  const extensions = rest.slice(0, -1)
  if (origin === '' || rest.at(-1) !== '' || extensions.includes('')) {
    return refused(
      'checkpoint-malformed',
      'checkpoint',
      'empty or missing lines',
      'origin, size and root, each on a line',
    )
  }
  if (!/^(?:0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) {
    return refused(
      'checkpoint-malformed',
      'checkpoint line 2',
      JSON.stringify(size),
      'a size below 2^53 without leading zero',
    )
  }
  if (bytes?.length !== 32) {
    return refused('checkpoint-malformed', 'checkpoint line 3', JSON.stringify(root), 'a base64 root of 32 bytes')
  }
  return done({ origin, size: Number(size), root: bytes, ...(extensions.length > 0 && { extensions }) })
}

/** Signs a checkpoint with the log's key and prints the note. The caller sees to it that a log only ever grows. */
export function signCheckpoint(checkpoint: Checkpoint, key: SignerKey): string {
  const text = formatCheckpoint(checkpoint)
  return formatNote({ text, signatures: [signNoteText(text, key)] })
}

/** Reads a signed checkpoint and checks it against known keys; unknown signatures are kept in `note` and not counted. */
export function openCheckpoint(
  noteText: string,
  keys: readonly VerifierKey[],
): Result<OpenedCheckpoint, LedgerFailure> {
  const note = parseNote(noteText)
  if (!note.ok) return note
  const checkpoint = parseCheckpoint(note.value.text)
  if (!checkpoint.ok) return checkpoint
  const signatures = checkSignatures(note.value, keys)
  return signatures.ok
    ? done({ checkpoint: checkpoint.value, note: note.value, signatures: signatures.value })
    : signatures
}
