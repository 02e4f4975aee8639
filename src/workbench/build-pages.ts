import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../compose/index.ts'

/** Where the pages' source lies, and what comes of building it. */
const WEB = join(PROJECT_ROOT, 'web')
const STAMP = join(WEB, 'build', 'source.sha256')

/** What the build does not read. */
const APART = new Set(['build', 'node_modules', '.svelte-kit', 'paraglide', 'cache', 'tests', 'screenshots'])

/**
 * Builds the pages if there is no build of the source as it stands: some five seconds, at the first start and after an update.
 *
 * @throws Error with what the builder said, where the build fails
 */
export async function buildPages(onProgress: (words: string) => void = () => {}): Promise<void> {
  const source = digestOf(WEB)
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === source) return
  onProgress('building the pages: some five seconds, this first time')
  await runBuild()
  writeFileSync(STAMP, source)
}

function runBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const build = spawn(process.execPath, [join(WEB, 'build.ts')], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: string[] = []
    for (const stream of [build.stdout, build.stderr]) stream.on('data', (words) => said.push(String(words)))
    build.on('error', reject)
    build.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`web: found a build that ends with ${code}, expected 0\n${said.join('').slice(-4000)}`))
    })
  })
}

/** One digest over the names, sizes and bytes of the source, in the order of names. */
function digestOf(folder: string): string {
  const hash = createHash('sha256')
  for (const path of filesOf(folder)) hash.update(`${path}\n`).update(readFileSync(path))
  return hash.digest('hex')
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !APART.has(name))
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? filesOf(path) : [path]
    })
}
