import { existsSync } from 'node:fs'
import { done, type Result } from '../../base/result.ts'
import { formatVerifierKey, verifierOf, type SignerKey } from '../../ledger/notes/index.ts'
import {
  addLogKey,
  appendEntries,
  openStore,
  readLogKeys,
  type Appended,
  type Database,
  type EntryToAppend,
  type Sql,
} from '../../store/index.ts'
import { createExtendLog } from './extend-log.ts'
import { refused, type CaseFailure } from './failure.ts'
import { createKeyFile, keyFileOf, readKeyFile } from './log-key.ts'

/** An open case: its store, and the key that signs its log. */
export interface OpenCase {
  readonly store: Database
  readonly key: SignerKey
  /**
   * Appends entries under one signed checkpoint, all or none; the function form decides while every other writer is shut out.
   * Projections are brought up to date afterwards by `projectCase`.
   */
  readonly append: (
    entries: readonly EntryToAppend[] | ((sql: Sql, size: number) => Promise<readonly EntryToAppend[]>),
  ) => Promise<Appended>
  readonly close: () => Promise<void>
}

/** How to open a case. */
export interface OpenCaseOptions {
  /** The file of the signing key. (Default: see `keyFileOf`) */
  readonly keyFile?: string
}

/** Opens the case at a location, a directory or `postgres://…?schema=…`. Fails with a store's code, `log-key-missing` or `log-key-foreign`. */
export async function openCase(
  location: string,
  options: OpenCaseOptions = {},
): Promise<Result<OpenCase, CaseFailure>> {
  const store = await openStore(location)
  if (!store.ok) return store
  const key = await keyOf(store.value, options.keyFile ?? keyFileOf(location))
  if (key.ok) return done(caseOf(store.value, key.value))
  await store.value.close()
  return key
}

/**
 * Makes a case and its signing key. `origin`: the log's name in its checkpoints, by custom an address without scheme,
 * `truceline.example/idlib`. Fails with `case-exists`, `case-name-malformed` or a store's code.
 */
export async function initCase(
  location: string,
  origin: string,
  options: OpenCaseOptions = {},
): Promise<Result<OpenCase, CaseFailure>> {
  if (!/^[^\s\p{Cc}+]+$/u.test(origin)) {
    return refused('case-name-malformed', 'name', JSON.stringify(origin), 'no white space and no +')
  }
  const keyFile = options.keyFile ?? keyFileOf(location)
  const store = await openStore(location, { create: true })
  if (!store.ok) return store
  const key = await claimStore(store.value, location, keyFile, origin)
  if (key.ok) return done(caseOf(store.value, key.value))
  await store.value.close()
  return key
}

/** A key left by an `init` that died before it was done is taken up. */
async function claimStore(
  store: Database,
  location: string,
  keyFile: string,
  origin: string,
): Promise<Result<SignerKey, CaseFailure>> {
  const keys = await readLogKeys(store)
  if (keys.length > 0) return refused('case-exists', location, `the log ${keys[0]?.split('+')[0]}`, 'no case yet')
  const key = existsSync(keyFile) ? readKeyFile(keyFile) : done(createKeyFile(keyFile, origin))
  if (!key.ok) return key
  if (key.value.name !== origin) return refused('log-key-foreign', keyFile, `a key of ${key.value.name}`, origin)
  await addLogKey(store, formatVerifierKey(verifierOf(key.value)))
  return key
}

async function keyOf(store: Database, keyFile: string): Promise<Result<SignerKey, CaseFailure>> {
  const key = readKeyFile(keyFile)
  if (!key.ok) return key
  const known = await readLogKeys(store)
  const verifier = formatVerifierKey(verifierOf(key.value))
  return known.includes(verifier)
    ? key
    : refused('log-key-foreign', keyFile, `a key of ${key.value.name}`, `a key of this log: ${known.join(', ')}`)
}

function caseOf(store: Database, key: SignerKey): OpenCase {
  const extendLog = createExtendLog(key)
  return {
    store,
    key,
    append: (entries) =>
      appendEntries(store, extendLog, typeof entries === 'function' ? entries : () => Promise.resolve(entries)),
    close: () => store.close(),
  }
}
