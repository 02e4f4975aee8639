import { fromBase64, toBase64 } from '../../base/base64.ts'
import { done, type Result } from '../../base/result.ts'
import { refused, type LedgerFailure } from '../failure.ts'
import { isKeyName } from './keys.ts'

/** Longest note read, in UTF-16 units, and most signatures; a note of ours has some hundred units and a handful. Limits of Go's note package. */
const MAX_NOTE = 1_000_000
const MAX_SIGNATURES = 100

/** One signature line: `— name base64(key id || signature)`. */
export interface NoteSignature {
  readonly name: string
  /** Eight hexadecimal digits. */
  readonly keyId: string
  readonly signature: Uint8Array
}

/** A text and who signed it, in the form of c2sp.org/signed-note. */
export interface Note {
  /** Ends in a newline; that newline is signed too. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** Prints a note: its text, an empty line, the signature lines. */
export function formatNote(note: Note): string {
  return `${note.text}\n${note.signatures.map(formatNoteSignature).join('')}`
}

/** Prints one signature line with its newline: what a witness answers. */
export function formatNoteSignature({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${toBase64(Buffer.concat([Buffer.from(keyId, 'hex'), signature]))}\n`
}

/** Reads a note without checking any signature. Fails with `note-malformed`. */
export function parseNote(text: string): Result<Note, LedgerFailure> {
  const border = text.lastIndexOf('\n\n')
  if (text.length > MAX_NOTE || !text.isWellFormed() || hasControls(text)) {
    return refused('note-malformed', 'note', 'too long a text or control characters', `plain text to ${MAX_NOTE} units`)
  }
  if (border < 0 || !text.endsWith('\n')) {
    return refused('note-malformed', 'note', 'no signatures after an empty line', 'a signed note')
  }
  const signatures = parseSignatureLines(text.slice(border + 2))
  return signatures.ok ? done({ text: text.slice(0, border + 1), signatures: signatures.value }) : signatures
}

/** Reads signature lines, each ended by a newline, as a witness answers them. Fails with `note-malformed`. */
export function parseSignatureLines(text: string): Result<readonly NoteSignature[], LedgerFailure> {
  const lines = text.slice(0, -1).split('\n')
  if (!text.endsWith('\n')) return refused('note-malformed', 'signatures', 'no newline', 'one at the end')
  if (lines.length > MAX_SIGNATURES) {
    return refused('note-malformed', 'note', `${lines.length} signatures`, `at most ${MAX_SIGNATURES}`)
  }
  const signatures: NoteSignature[] = []
  for (const [i, line] of lines.entries()) {
    const signature = parseSignatureLine(line)
    if (!signature) return refused('note-malformed', `signature line ${i + 1}`, 'another form', '— name base64')
    signatures.push(signature)
  }
  return done(signatures)
}

function parseSignatureLine(line: string): NoteSignature | null {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ')
  const bytes = fromBase64(encoded)
  if (dash !== '—' || !isKeyName(name) || rest.length > 0 || !bytes || bytes.length < 5) return null
  return { name, keyId: Buffer.from(bytes.subarray(0, 4)).toString('hex'), signature: bytes.subarray(4) }
}

/** Whether a text has a control character below U+0020 other than a newline. */
function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x20 && text[i] !== '\n') return true
  return false
}
