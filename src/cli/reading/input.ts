import { createReadStream } from 'node:fs'
import { failed, type Result } from '../../base/result.ts'
import type { ErrorCode } from '../../contract/index.ts'
import type { Refusal } from '../terminal/index.ts'

/** A page may have so many bytes; one more is read, so that the reader sees that it is too large. */
const MAX_PAGE_BYTES = 10 * 1024 * 1024

/** A file, or standard input under the name `-`. */
export interface Input {
  /** Its path; `stdin` for standard input. */
  readonly name: string
  readonly open: () => AsyncIterable<Uint8Array>
}

/** The inputs that the arguments name; standard input where they name none. */
export function inputsOf(files: readonly string[]): Input[] {
  return (files.length > 0 ? files : ['-']).map((path) =>
    path === '-'
      ? { name: 'stdin', open: () => process.stdin }
      : { name: path, open: () => createReadStream(path, { highWaterMark: 1 << 18 }) },
  )
}

/** All bytes of a page, cut off just past the most that a page may have. */
export async function readPageBytes(input: Input): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of input.open()) {
    chunks.push(chunk)
    length += chunk.length
    if (length > MAX_PAGE_BYTES) break
  }
  return Buffer.concat(chunks)
}

/** Does something with an input's bytes; a file that cannot be read is a refusal. Other errors are thrown on. */
export async function withReadable<T>(input: Input, use: () => Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return { ok: true, value: await use() }
  } catch (error) {
    const found = fileFaultOf(error)
    if (!found) throw error
    const code: ErrorCode = 'file-unreadable'
    return failed({ code, message: `${input.name}: found ${found}, expected a file that may be read` })
  }
}

const FILE_FAULTS: { readonly [code: string]: string } = {
  ENOENT: 'no such file',
  EISDIR: 'a directory',
  EACCES: 'a file without permission',
  EPERM: 'a file without permission',
  ENOTDIR: 'no such file',
  ENAMETOOLONG: 'no such file',
}

function fileFaultOf(error: unknown): string | undefined {
  return error instanceof Error ? FILE_FAULTS[(error as NodeJS.ErrnoException).code ?? ''] : undefined
}
