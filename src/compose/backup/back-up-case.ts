import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { toBase64 } from '../../base/base64.ts'
import { done, type Result } from '../../base/result.ts'
import { formatSignerKey } from '../../ledger/notes/index.ts'
import { readPartsBetween, readPeople, type PartOfEntry } from '../../store/backup/index.ts'
import { readCheckpoints, readLeaves, readLogKeys, readLogSize, type Sql } from '../../store/index.ts'
import { lockProjections, type OpenCase } from '../case/index.ts'
import { digestProjections, readProjectionState } from '../../store/projections/index.ts'
import { refused, type BackupFailure } from './failure.ts'
import { BACKUP_FORMAT, createLineDigest, type BackupHead, type BackupLine } from './lines.ts'

/** Entries whose sealed parts are fetched at a time: a page has 10 MB at worst. */
const ENTRIES_A_FETCH = 50

/** What a backup is to hold beside the record. */
export interface BackupOptions {
  /** The private key that signs the log. (Default: false) */
  readonly withKey?: boolean
  /** People with their roles, credentials and tokens' hashes; never their sessions. (Default: false) */
  readonly withPeople?: boolean
}

/** What a backup holds. */
export interface BackupTold {
  readonly entries: number
  readonly parts: number
  readonly checkpoints: number
  readonly people: number
  /** Digest of the projections; null where they did not hold the whole log. */
  readonly projections: string | null
}

/**
 * Writes the whole record of a case to a file, while others may go on writing to it: what came in after it began is not in it. The file
 * gets its name when it is whole. Fails with `backup-exists`.
 */
export async function backUpCase(
  open: OpenCase,
  file: string,
  options: BackupOptions = {},
): Promise<Result<BackupTold, BackupFailure>> {
  if (existsSync(file)) return refused('backup-exists', file, 'a file', 'no file yet')
  const head = await headOf(open, options.withKey ?? false)
  const told = { entries: 0, parts: 0, checkpoints: 0, people: 0, projections: head.projections }
  const draft = `${file}.draft`
  try {
    const lines = printLines(linesOf(open.store, head, options.withPeople ?? false), told)
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(draft, { mode: 0o600 }))
    await rename(draft, file)
  } catch (cause) {
    await rm(draft, { force: true })
    throw cause
  }
  return done(told)
}

function headOf({ store, key }: OpenCase, withKey: boolean): Promise<BackupHead> {
  return store.transaction(async (sql) => {
    await lockProjections(sql)
    const size = await readLogSize(sql)
    const { incidentsSize } = await readProjectionState(sql)
    return {
      line: 'head',
      format: BACKUP_FORMAT,
      at: new Date().toISOString(),
      origin: key.name,
      size,
      keys: [...(await readLogKeys(sql))],
      ...(withKey && { signer: formatSignerKey(key) }),
      projections: incidentsSize === size ? (await digestProjections(sql)).sha256 : null,
    }
  })
}

async function* linesOf(sql: Sql, head: BackupHead, withPeople: boolean): AsyncGenerator<BackupLine> {
  yield head
  for (const { size, note } of await readCheckpoints(sql)) {
    if (size <= head.size) yield { line: 'checkpoint', size, note }
  }
  for (let from = 0; from < head.size; from += ENTRIES_A_FETCH) {
    const to = Math.min(head.size, from + ENTRIES_A_FETCH)
    const parts = Map.groupBy(await readPartsBetween(sql, from, to - 1), ({ entry }) => entry)
    for await (const { index, text } of readLeaves(sql, { from, to })) {
      const own = parts.get(index)
      yield { line: 'entry', index, leaf: text, ...(own && { parts: own.map(printPart) }) }
    }
  }
  if (withPeople) for await (const person of readPeople(sql)) yield { line: 'person', ...person }
}

function printPart({ name, salt, bytes }: PartOfEntry) {
  return { name, salt: toBase64(salt), part: toBase64(bytes) }
}

async function* printLines(
  lines: AsyncIterable<BackupLine>,
  told: { entries: number; parts: number; checkpoints: number; people: number },
): AsyncGenerator<string> {
  const digest = createLineDigest()
  for await (const line of lines) {
    const text = JSON.stringify(line)
    digest.add(text)
    yield `${text}\n`
    if (line.line === 'entry') {
      told.entries++
      told.parts += line.parts?.length ?? 0
    } else if (line.line === 'checkpoint') told.checkpoints++
    else if (line.line === 'person') told.people++
  }
  yield `${JSON.stringify({ line: 'end', lines: digest.lines(), sha256: digest.sha256() } satisfies BackupLine)}\n`
}
