import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Result } from '../../base/result.ts'
import { refused, type StoreFailure } from '../failure.ts'

/**
 * Takes an embedded store's directory for this process; two processes writing one PGlite directory would ruin it. The lock of a
 * process that died is taken over. Fails with `store-in-use`.
 *
 * @returns a function that gives the lock back
 */
export function lockDirectory(directory: string): Result<() => void, StoreFailure> {
  const path = join(directory, 'lock')
  for (let attempt = 0; attempt < 3; attempt++) {
    if (createExclusively(path)) return done(() => rmSync(path, { force: true }))
    const holder = Number(readOrEmpty(path))
    if (holder > 0 && isAlive(holder)) {
      return refused('store-in-use', directory, `process ${holder} at work in it`, 'a store that no other has open')
    }
    rmSync(path, { force: true })
  }
  return refused('store-in-use', directory, 'another process taking it', 'a store that no other has open')
}

function createExclusively(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw cause
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Signal 0 asks only whether the process is there; one that we may not signal is there, too. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}
