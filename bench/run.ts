/**
 * Runs the benches, each in a process of its own.
 *
 *     npm run bench                      all of them
 *     npm run bench -- read ledger       some
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'

/** No benches by themselves, and one that needs files named. */
const PARTS = new Set(['run', 'spread', 'assess-record', 'read-unmet'])

const all = globSync(join(import.meta.dirname, '*.ts')).map((file) => basename(file, '.ts'))
const named = process.argv.slice(2)
for (const name of named.length > 0 ? named : all.filter((bench) => !PARTS.has(bench)).sort()) {
  if (!all.includes(name)) throw new Error(`${name}: no such bench; there are ${all.join(', ')}`)
  console.log(`\n# ${name}`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
