import { done, failed, type Result } from '../../base/result.ts'
import { formatVerifierKey, parseSignerKey, verifierOf, type SignerKey } from '../../ledger/notes/index.ts'
import { addLogKey, openStore, readLogKeys, type Database } from '../../store/index.ts'
import {
  auditCase,
  keepKeyFile,
  keyFileOf,
  openCase,
  readKeyFile,
  rebuildCase,
  type CaseAudit,
  type CaseTools,
} from '../case/index.ts'
import { BackupError, broken } from './backup-error.ts'
import type { BackupFailure } from './failure.ts'
import type { BackupHead, BackupLine } from './lines.ts'
import { readBackupLines } from './read-lines.ts'
import { writeRecord, type Written } from './write-record.ts'

/** How to restore. */
export interface RestoreOptions {
  /** The file of the private signing key, where the backup has none. (Default: where the store keeps its key) */
  readonly keyFile?: string
}

/** What came of a restore. */
export interface RestoreTold extends Written {
  readonly audit: CaseAudit
  /** Digest of the projections as computed anew. */
  readonly projections: string
  /** Whether that is the digest that the backup tells; null where it tells none. Rules that changed since give another one. */
  readonly sameProjections: boolean | null
}

/**
 * Makes a case from a backup: every line is held against the digest at the file's end, every entry hashed anew, the tree held against
 * every checkpoint, all in one transaction, then reports, claims and incidents are computed and the whole log verified. Fails with
 * `backup-malformed`, `backup-damaged`, `case-exists`, `log-key-missing`, `log-key-foreign` or a store's code; then nothing is kept.
 */
export async function restoreCase(
  file: string,
  location: string,
  tools: CaseTools,
  options: RestoreOptions = {},
): Promise<Result<RestoreTold, BackupFailure>> {
  try {
    const lines = readBackupLines(file)
    const head = await headIn(lines)
    const key = signerOf(head, location, options)
    const written = await writeStore(location, lines, head, key)
    return await finish(location, head, written, tools)
  } catch (cause) {
    if (cause instanceof BackupError) return failed(cause.failure)
    throw cause
  }
}

async function headIn(lines: AsyncGenerator<BackupLine>): Promise<BackupHead> {
  const first = await lines.next()
  if (!first.done && first.value.line === 'head') return first.value
  throw broken('backup-malformed', 'line 1', 'another line', 'the head of a backup')
}

/** The key that will sign from now on: the backup's, the one in a file, or the one that lies where the store keeps it. */
function signerOf(head: BackupHead, location: string, { keyFile }: RestoreOptions): SignerKey {
  const read =
    head.signer !== undefined && keyFile === undefined
      ? parseSignerKey(head.signer)
      : readKeyFile(keyFile ?? keyFileOf(location))
  if (!read.ok) {
    if (read.failure.code !== 'log-key-missing') throw broken(read.failure.code, 'key', 'a damaged one', 'a key')
    const place = keyFile ?? keyFileOf(location)
    throw broken('log-key-missing', place, 'no file', 'the signing key, which is not in the backup (--key FILE)')
  }
  const verifier = formatVerifierKey(verifierOf(read.value))
  if (head.keys.includes(verifier)) return read.value
  throw broken('log-key-foreign', 'key', verifier, `a key of this log: ${head.keys.join(', ')}`)
}

async function writeStore(
  location: string,
  lines: AsyncIterable<BackupLine>,
  head: BackupHead,
  key: SignerKey,
): Promise<Written> {
  const store = await openStore(location, { create: true })
  if (!store.ok) throw new BackupError(store.failure)
  try {
    return await fillStore(store.value, location, lines, head, key)
  } finally {
    await store.value.close()
  }
}

async function fillStore(
  store: Database,
  location: string,
  lines: AsyncIterable<BackupLine>,
  head: BackupHead,
  key: SignerKey,
): Promise<Written> {
  const written = await store.transaction(async (sql) => {
    const keys = await readLogKeys(sql)
    if (keys.length > 0) throw broken('case-exists', location, `the log ${keys[0]?.split('+')[0]}`, 'no case yet')
    const done = await writeRecord(sql, lines, head)
    for (const verifier of head.keys) await addLogKey(sql, verifier)
    return done
  })
  keepKeyFile(keyFileOf(location), key)
  return written
}

async function finish(
  location: string,
  head: BackupHead,
  written: Written,
  tools: CaseTools,
): Promise<Result<RestoreTold, BackupFailure>> {
  const open = await openCase(location)
  if (!open.ok) return open
  try {
    const { sha256 } = await rebuildCase(open.value, tools)
    const audit = await auditCase(open.value)
    const sameProjections = head.projections === null ? null : head.projections === sha256
    return done({ ...written, audit, projections: sha256, sameProjections })
  } finally {
    await open.value.close()
  }
}
