import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { failed, type Result } from '../../base/result.ts'
import { createSignerKey, formatSignerKey, parseSignerKey, type SignerKey } from '../../ledger/notes/index.ts'
import type { CaseFailure } from './failure.ts'

/**
 * Where a store's signing key lies: beside an embedded store as `log.key`; for a server in the user's own folder, one a database and
 * schema, since the database's keepers must not be able to sign for the log.
 */
export function keyFileOf(location: string): string {
  if (!/^postgres(?:ql)?:/i.test(location)) return join(location, 'log.key')
  const { hostname, port, pathname, searchParams } = new URL(location)
  const name = [hostname, port || '5432', pathname.slice(1), searchParams.get('schema') ?? 'truceline'].join('-')
  const folder = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
  return join(folder, 'truceline', 'keys', `${name.replace(/[^\w.-]/g, '_')}.key`)
}

/** Reads a signing key's file. Fails with `log-key-missing` or `key-malformed`. */
export function readKeyFile(path: string): Result<SignerKey, CaseFailure> {
  try {
    return parseSignerKey(readFileSync(path, 'utf8').trim())
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    return failed({
      code: 'log-key-missing',
      message: `${path}: found no file, expected the log's signing key: put it back, or restore the case from a backup`,
    })
  }
}

/** Draws a new key for a log of that name and keeps it in a file that only its owner may read; an existing file is never overwritten. */
export function createKeyFile(path: string, origin: string): SignerKey {
  const key = createSignerKey(origin, 'log', randomBytes(32))
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, `${formatSignerKey(key)}\n`, { mode: 0o600, flag: 'wx' })
  return key
}

/** Keeps a signing key in a file that only its owner may read; one that holds the same key stays, another one is never overwritten. */
export function keepKeyFile(path: string, key: SignerKey): void {
  const there = readKeyFile(path)
  if (there.ok && formatSignerKey(there.value) === formatSignerKey(key)) return
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, `${formatSignerKey(key)}\n`, { mode: 0o600, flag: 'wx' })
}
