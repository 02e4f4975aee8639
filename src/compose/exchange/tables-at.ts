import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { isArchiveName, readArchive, type ArchiveLimits } from '../../gather/index.ts'
import type { Chunks } from '../../import/index.ts'

/** A file on this machine, and what messages call it. */
export interface TableFile {
  readonly path: string
  readonly name: string
  /** What it may cost where it is an archive. (Default: 512 MiB a file in it) */
  readonly limits?: ArchiveLimits
}

/** Why a table cannot be had: the code for programs, the message for people. */
export interface TableFailure {
  readonly code: string
  readonly message: string
}

/** A table to read, or why one cannot be had. */
export type TableAt = { readonly name: string } & ({ readonly chunks: Chunks } | { readonly failure: TableFailure })

/** Bytes read at a time. */
const CHUNK_BYTES = 1 << 20
/** A file in an archive may be so large; it is in memory whole. */
const MAX_MEMBER_BYTES = 512 * 2 ** 20

/** The table in a file, or the tables in an archive; by its path it is known which. */
export async function* tablesAt({
  path,
  name,
  limits = { maxMemberBytes: MAX_MEMBER_BYTES },
}: TableFile): AsyncGenerator<TableAt> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) {
    const what = found ? 'no file' : 'no such file'
    yield { name, failure: { code: 'file-unreadable', message: `${name}: found ${what}, expected a table` } }
    return
  }
  if (!isArchiveName(path)) {
    yield { name, chunks: createReadStream(path, { highWaterMark: CHUNK_BYTES }) }
    return
  }
  for await (const { name: member, bytes } of readArchive(path, limits)) {
    const whole = `${name}!${member}`
    yield bytes.ok ? { name: whole, chunks: piecesOf(bytes.value) } : { name: whole, failure: bytes.failure }
  }
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length || from === 0; from += CHUNK_BYTES) {
    yield bytes.subarray(from, from + CHUNK_BYTES)
    // lets the progress line be drawn between pieces
    await Promise.resolve()
  }
}
