import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Makes `target` a data directory with PostGIS in it, by copying one that was prepared before on this machine: making one takes
 * 11 s or more, copying a tenth of a second. The prepared one lies in the user's cache, one a pair of versions.
 *
 * @param make makes a fresh data directory with the extension at a path and closes it
 */
export async function copyPrepared(target: string, make: (path: string) => Promise<void>): Promise<void> {
  const prepared = await prepareOnce(make)
  const draft = `${target}.draft`
  await rm(draft, { recursive: true, force: true })
  await cp(prepared, draft, { recursive: true })
  // Renamed when whole, so that a process killed while copying leaves no half data directory under the name.
  await rename(draft, target)
}

/** Makes the prepared directory of this user where there is none, and says where it is. `make` as of `copyPrepared`. */
export async function prepareOnce(make: (path: string) => Promise<void>): Promise<string> {
  const prepared = join(cacheFolder(), `embedded-${versionOf('pglite')}-${versionOf('pglite-postgis')}`)
  if (!existsSync(prepared)) await prepare(prepared, make)
  return prepared
}

async function prepare(prepared: string, make: (path: string) => Promise<void>): Promise<void> {
  mkdirSync(dirname(prepared), { recursive: true })
  const draft = await mkdtemp(`${prepared}-`)
  try {
    await make(draft)
    await rename(draft, prepared)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    // Another process may have been faster; its directory is as good.
    if (!existsSync(prepared)) throw cause
  }
}

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'truceline')
}

function versionOf(name: 'pglite' | 'pglite-postgis'): string {
  const main = fileURLToPath(import.meta.resolve(`@electric-sql/${name}`))
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(main), '..', 'package.json'), 'utf8'))
  return (manifest as { readonly version: string }).version
}
