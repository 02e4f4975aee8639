import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

/** A file that was sent, as it lies on this machine for as long as it is read. */
export interface FileAside {
  readonly path: string
  readonly remove: () => Promise<void>
}

/** Puts a file that was sent where it can be read piece by piece. Of its name only the ending counts, which tells what it is. */
export async function putAside(name: string, bytes: Uint8Array): Promise<FileAside> {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-sent-'))
  const [double] = /\.(?:tar|warc)\.gz$/i.exec(name) ?? []
  const path = join(folder, `sent${double ?? extname(name).replaceAll(/[^.a-z0-9]/gi, '')}`)
  await writeFile(path, bytes)
  return { path, remove: () => rm(folder, { recursive: true, force: true }) }
}
