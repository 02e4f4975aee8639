import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { openPromise, type Entry } from 'yauzl'
import { done, type Result } from '../base/result.ts'
import { refused, type GatherFailure } from './failure.ts'

/** A file in an archive. A damaged archive ends with a refusal under the name of the archive itself. */
export interface ArchiveMember {
  /** Path inside the archive; only a name, never a path to write to. */
  readonly name: string
  readonly bytes: Result<Uint8Array, GatherFailure>
}

/** What an archive may cost. */
export interface ArchiveLimits {
  /** Bytes of one file. (Default: 10 MiB) */
  readonly maxMemberBytes?: number
  /** Bytes of all files, which bounds what a bomb can do. (Default: 8 GiB) */
  readonly maxBytes?: number
  /** Files. (Default: 500,000) */
  readonly maxMembers?: number
}

interface Meter extends Required<ArchiveLimits> {
  bytes: number
  members: number
}

/** Whether a file's name is that of an archive which can be read. */
export function isArchiveName(name: string): boolean {
  return /\.(?:zip|tar|tar\.gz|tgz)$/i.test(name)
}

/** Reads the files of a .zip, .tar, .tar.gz or .tgz one after the other, in the archive's order, one in memory at a time. */
export async function* readArchive(path: string, limits: ArchiveLimits = {}): AsyncGenerator<ArchiveMember> {
  const { maxMemberBytes = 10 * 2 ** 20, maxBytes = 8 * 2 ** 30, maxMembers = 500_000 } = limits
  const meter = { maxMemberBytes, maxBytes, maxMembers, bytes: 0, members: 0 }
  try {
    yield* /\.zip$/i.test(path) ? readZip(path, meter) : readTar(path, meter)
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause)
    yield { name: '', bytes: refused('archive-malformed', path, found, 'a whole archive') }
  }
}

async function* readZip(path: string, meter: Meter): AsyncGenerator<ArchiveMember> {
  const zip = await openPromise(path)
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      const refusal = refusalOf(entry)
      const bytes = refusal ?? (await take(await zip.openReadStreamPromise(entry), entry.fileName, meter))
      yield { name: entry.fileName, bytes }
      if (meter.bytes > meter.maxBytes || meter.members > meter.maxMembers) return
    }
  } finally {
    zip.close()
  }
}

function refusalOf(entry: Entry): Result<never, GatherFailure> | null {
  if (entry.canDecodeFileData()) return null
  const found = entry.isEncrypted() ? 'an encrypted file' : `compression method ${entry.compressionMethod}`
  return refused('archive-malformed', entry.fileName, found, 'stored or deflated')
}

async function* readTar(path: string, meter: Meter): AsyncGenerator<ArchiveMember> {
  const file = createReadStream(path)
  const members = extract()
  const plain = /gz$/i.test(path) ? file.pipe(createGunzip()) : file
  for (const stream of new Set([file, plain])) stream.on('error', (cause: Error) => members.destroy(cause))
  plain.pipe(members)
  try {
    for await (const member of members) {
      const { name, type } = member.header
      const bytes = await take(member as AsyncIterable<Uint8Array>, name, meter)
      if (type === 'file' || type === 'contiguous-file') yield { name, bytes }
      if (meter.bytes > meter.maxBytes || meter.members > meter.maxMembers) return
    }
  } finally {
    file.destroy()
  }
}

/** Reads one file whole. One that is too large is read to its end all the same, but not kept: the archive goes on behind it. */
async function take(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  meter: Meter,
): Promise<Result<Uint8Array, GatherFailure>> {
  const chunks: Uint8Array[] = []
  let size = 0
  meter.members++
  for await (const chunk of stream) {
    size += chunk.length
    meter.bytes += chunk.length
    if (size <= meter.maxMemberBytes) chunks.push(chunk)
    if (meter.bytes > meter.maxBytes) break
  }
  if (meter.bytes > meter.maxBytes || meter.members > meter.maxMembers) {
    return refused(
      'archive-too-large',
      name,
      'more than is taken',
      `${meter.maxBytes} bytes in ${meter.maxMembers} files`,
    )
  }
  return size > meter.maxMemberBytes
    ? refused('archive-too-large', name, `${size} bytes`, `at most ${meter.maxMemberBytes} a file`)
    : done(new Uint8Array(Buffer.concat(chunks)))
}
