import { done, failed, type Result } from '../../base/result.ts'
import {
  createLogAudit,
  decodeEntry,
  findingAbout,
  verifyOpenedPart,
  type Finding,
  type LogAudit,
} from '../../ledger/index.ts'
import { hashLeaf } from '../../ledger/merkle/index.ts'
import { openCheckpoint, parseVerifierKey, type OpenedCheckpoint, type VerifierKey } from '../../ledger/notes/index.ts'
import type { IndexedEntry } from '../../store/index.ts'
import { witnessedUntil, witnessesIn, type CaseAudit } from '../case/index.ts'
import { BackupError, broken } from './backup-error.ts'
import type { BackupFailure } from './failure.ts'
import type { BackupHead, BackupLine } from './lines.ts'
import { readBackupLines } from './read-lines.ts'

type EntryLine = Extract<BackupLine, { line: 'entry' }>
interface Note {
  readonly size: number
  readonly note: string
}

/**
 * Checks a backup's whole log with no store and no private key: lines against the digest at the end, entries against the signed checkpoints,
 * sealed parts against their entries. Fails with `backup-malformed`, `backup-damaged` or `log-key-foreign`.
 *
 * @param trusted verifier keys that the reader has from elsewhere, the log's among them (Default: none; then the backup's own count)
 */
export async function auditBackup(
  file: string,
  trusted: readonly VerifierKey[] = [],
): Promise<Result<CaseAudit & { readonly head: BackupHead }, BackupFailure>> {
  try {
    const lines = readBackupLines(file)
    const first = await lines.next()
    if (first.done || first.value.line !== 'head') throw broken('backup-malformed', 'line 1', 'another line', 'a head')
    const head = first.value
    const keys = logKeysOf(head, trusted)
    return done({ head, ...(await auditLines(lines, keys)) })
  } catch (cause) {
    if (cause instanceof BackupError) return failed(cause.failure)
    throw cause
  }
}

function logKeysOf(head: BackupHead, trusted: readonly VerifierKey[]): readonly VerifierKey[] {
  const own = head.keys.flatMap((text) => {
    const key = parseVerifierKey(text)
    return key.ok ? [key.value] : []
  })
  const ofLog = trusted.filter(({ role }) => role === 'log')
  if (ofLog.length === 0) return own
  if (ofLog.some(({ name, id }) => own.some((key) => key.name === name && key.id === id))) return ofLog
  throw broken(
    'log-key-foreign',
    'backup',
    head.keys.join(', '),
    `a log of ${ofLog.map(({ name }) => name).join(', ')}`,
  )
}

async function auditLines(lines: AsyncIterable<BackupLine>, keys: readonly VerifierKey[]): Promise<CaseAudit> {
  const notes: Note[] = []
  const beside: Finding[] = []
  const named: IndexedEntry[] = []
  const sealed = { kept: 0, gone: 0 }
  let audit: LogAudit | null = null
  for await (const line of lines) {
    if (line.line === 'checkpoint') notes.push(line)
    if (line.line !== 'entry') continue
    audit ??= createLogAudit(openAll(notes, keys).map(({ checkpoint }) => checkpoint))
    audit.add({ text: line.leaf, leafHash: hashLeaf(line.leaf.toWellFormed()) })
    auditEntry(line, { beside, named, sealed })
  }
  const witnesses = witnessesIn(named)
  const all = [...keys, ...witnesses.map(({ key }) => key)]
  const sound = openAll(notes, all)
  const sizes = new Set(sound.map(({ checkpoint }) => checkpoint.size))
  return {
    log: (audit ?? createLogAudit([])).finish(),
    beside,
    checkpoints: sizes.size,
    brokenCheckpoints: notes.filter(({ size }) => !sizes.has(size)).map(({ size }) => size),
    sealed,
    witnesses: witnessedUntil(witnesses, sound),
  }
}

function openAll(notes: readonly Note[], keys: readonly VerifierKey[]): readonly OpenedCheckpoint[] {
  return notes.flatMap(({ note }) => {
    const opened = openCheckpoint(note, keys)
    return opened.ok && opened.value.signatures.some(({ key }) => key.role === 'log') ? [opened.value] : []
  })
}

function auditEntry(
  { index, leaf, parts = [] }: EntryLine,
  told: { readonly beside: Finding[]; readonly named: IndexedEntry[]; readonly sealed: { kept: number; gone: number } },
): void {
  const entry = decodeEntry(leaf)
  if (!entry.ok) throw broken('backup-damaged', `entry ${index}`, entry.failure.message, 'a sound entry')
  if (entry.value.kind === 'witness-named') told.named.push({ index, entry: entry.value })
  const commitments = entry.value.sealed ?? []
  told.sealed.kept += parts.length
  told.sealed.gone += Math.max(0, commitments.length - parts.length)
  for (const part of parts) {
    const failure = verifyOpenedPart(commitments, part)
    if (failure) told.beside.push(findingAbout({ index, kind: entry.value.kind }, failure))
  }
}
