import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { done, failed, type Result } from '../../base/result.ts'
import type { LedgerCode } from '../../ledger/index.ts'
import {
  cosignCheckpoint,
  createSignerKey,
  formatNoteSignature,
  formatSignerKey,
  formatVerifierKey,
  openCheckpoint,
  parseSignerKey,
  parseVerifierKey,
  parseWitnessRequest,
  verifierOf,
  type Checkpoint,
  type SignerKey,
  type VerifierKey,
} from '../../ledger/notes/index.ts'

/** Why a witness does not do something: its own reasons, or the ledger's. */
export const WITNESS_CODES = [
  /** The folder is no witness's, or there is one already. */
  'witness-folder',
  /** Another process of this witness is at work. */
  'witness-busy',
] as const

export interface WitnessFailure {
  readonly code: (typeof WITNESS_CODES)[number] | LedgerCode
  readonly message: string
}

/** What a witness signed. */
export interface WitnessAnswer {
  /** The signature line, to be given to the log. */
  readonly signature: string
  readonly size: number
  /** Size that it had cosigned before; 0 for the first. */
  readonly before: number
}

const KEY = 'witness.key'
const LOG = 'log.key'
const LATEST = 'latest.note'
const LOCK = 'lock'

/**
 * Makes a side's witness: a folder with its own key, which stays on the side's own machine, and the log's verifier key, which the side has
 * from elsewhere. Fails with `witness-folder` or `key-malformed`.
 *
 * @returns the witness's verifier key, to be named in the case
 */
export function initWitness(folder: string, name: string, logKey: string): Result<string, WitnessFailure> {
  if (existsSync(join(folder, KEY))) return refused('witness-folder', folder, 'a witness', 'none yet')
  const log = parseVerifierKey(logKey.trim())
  if (!log.ok) return log
  const key = createSignerKey(name, 'witness', randomBytes(32))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, KEY), `${formatSignerKey(key)}\n`, { mode: 0o600, flag: 'wx' })
  writeFileSync(join(folder, LOG), `${formatVerifierKey(log.value)}\n`)
  return done(formatVerifierKey(verifierOf(key)))
}

/** The last checkpoint that a witness cosigned; null before the first. Fails with `witness-folder` or a note's code. */
export function latestOf(folder: string): Result<Checkpoint | null, WitnessFailure> {
  const keys = readKeys(folder)
  return keys.ok ? readLatest(folder, keys.value.log) : keys
}

/**
 * Cosigns what a log asks, if the log signed it and it continues all that this witness has seen: a fork, a shrunk log and a proof that does
 * not hold are refused. What was seen is on disk before the signature leaves. `timeSeconds`: the clock, since 1970.
 */
export function cosign(folder: string, request: string, timeSeconds: number): Result<WitnessAnswer, WitnessFailure> {
  const keys = readKeys(folder)
  if (!keys.ok) return keys
  return alone(folder, () => {
    const asked = parseWitnessRequest(request)
    if (!asked.ok) return asked
    const latest = readLatest(folder, keys.value.log)
    if (!latest.ok) return latest
    const { witness, log } = keys.value
    const signed = cosignCheckpoint(
      { origin: log.name, keys: [log], latest: latest.value },
      asked.value,
      witness,
      timeSeconds,
    )
    if (!signed.ok) return signed
    keep(join(folder, LATEST), signed.value.note)
    const { latest: next, signature } = signed.value
    return done({ signature: formatNoteSignature(signature), size: next.size, before: latest.value?.size ?? 0 })
  })
}

function readKeys(folder: string): Result<{ readonly witness: SignerKey; readonly log: VerifierKey }, WitnessFailure> {
  if (!existsSync(join(folder, KEY)) || !existsSync(join(folder, LOG))) {
    return refused(
      'witness-folder',
      folder,
      'no witness',
      `a folder made by truceline witness init, with ${KEY} and ${LOG}`,
    )
  }
  const witness = parseSignerKey(readFileSync(join(folder, KEY), 'utf8').trim())
  if (!witness.ok) return witness
  const log = parseVerifierKey(readFileSync(join(folder, LOG), 'utf8').trim())
  return log.ok ? done({ witness: witness.value, log: log.value }) : log
}

function readLatest(folder: string, log: VerifierKey): Result<Checkpoint | null, WitnessFailure> {
  const path = join(folder, LATEST)
  if (!existsSync(path)) return done(null)
  const opened = openCheckpoint(readFileSync(path, 'utf8'), [log])
  return opened.ok ? done(opened.value.checkpoint) : opened
}

/** Two at once could each sign another history of the same size. */
function alone<T>(folder: string, work: () => Result<T, WitnessFailure>): Result<T, WitnessFailure> {
  const lock = join(folder, LOCK)
  try {
    closeSync(openSync(lock, 'wx'))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    return refused('witness-busy', lock, 'the lock of another process', 'none; if none is at work, remove the file')
  }
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Writes a file whole and onto the disk, or not at all. */
function keep(path: string, text: string): void {
  const file = openSync(`${path}.new`, 'w')
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.new`, path)
}

function refused(
  code: WitnessFailure['code'],
  place: string,
  found: string,
  expected: string,
): Result<never, WitnessFailure> {
  return failed({ code, message: `${place}: found ${found}, expected ${expected}` })
}
