import { done, type Result } from '../../base/result.ts'
import { refused, type LedgerFailure } from '../failure.ts'
import { openCheckpoint } from './checkpoint.ts'
import type { VerifierKey } from './keys.ts'
import { formatNote, type NoteSignature } from './signed-note.ts'

/**
 * Adds what witnesses signed to a checkpoint's note, after checking it. A witness that signed before has its newer signature kept; lines of
 * unknown keys are left out. Fails with `signature-missing` where no line is a known witness's, with `signature-invalid` where one does
 * not fit, and with the forms' own codes.
 *
 * @param logKeys the log's own keys, one of which must have signed the note
 */
export function addCosignatures(
  note: string,
  lines: readonly NoteSignature[],
  logKeys: readonly VerifierKey[],
  witnesses: readonly VerifierKey[],
): Result<string, LedgerFailure> {
  const opened = openCheckpoint(note, logKeys)
  if (!opened.ok) return opened
  const known = lines.filter((line) => witnesses.some((key) => isBy(line, key)))
  if (known.length === 0) {
    const names = witnesses.map(({ name, id }) => `${name}+${id}`).join(', ') || 'a witness that the case has named'
    return refused('signature-missing', 'cosignature', 'none by a witness of this log', `one by ${names}`)
  }
  const { text, signatures } = opened.value.note
  const kept = signatures.filter((line) => !known.some(({ name, keyId }) => line.name === name && line.keyId === keyId))
  const cosigned = formatNote({ text, signatures: [...kept, ...known] })
  const checked = openCheckpoint(cosigned, [...logKeys, ...witnesses])
  return checked.ok ? done(cosigned) : checked
}

function isBy({ name, keyId }: NoteSignature, key: VerifierKey): boolean {
  return key.name === name && key.id === keyId
}
