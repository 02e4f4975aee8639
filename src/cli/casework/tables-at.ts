import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { isArchiveName, readArchive } from '../../gather/index.ts'
import type { Chunks } from '../../import/index.ts'
import type { Refusal } from '../terminal/index.ts'

/** A table to read, or why one cannot be had. */
export type TableAt = { readonly name: string } & ({ readonly chunks: Chunks } | { readonly failure: Refusal })

/** Bytes read at a time. */
const CHUNK_BYTES = 1 << 20
/** A file in an archive may be so large; it is in memory whole. */
const MAX_MEMBER_BYTES = 512 * 2 ** 20

/** The table in a file, or the tables in an archive. */
export async function* tablesAt(path: string): AsyncGenerator<TableAt> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) {
    const what = found ? 'no file' : 'no such file'
    yield { name: path, failure: { code: 'file-unreadable', message: `${path}: found ${what}, expected a table` } }
    return
  }
  if (!isArchiveName(path)) {
    yield { name: path, chunks: createReadStream(path, { highWaterMark: CHUNK_BYTES }) }
    return
  }
  for await (const { name, bytes } of readArchive(path, { maxMemberBytes: MAX_MEMBER_BYTES })) {
    const whole = `${path}!${name}`
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
