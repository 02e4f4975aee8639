import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { PROJECT_ROOT } from '../compose/index.ts'

/** Where the pages' source lies, and what comes of building it. */
const WEB = join(PROJECT_ROOT, 'web')
const STAMP = join(WEB, 'build', 'source.sha256')

const POLL_MS = 200
/** A build that takes longer has died. */
const LONGEST_BUILD_MS = 180_000

/** What the build reads: the source of the pages, and which versions it is built with. What tools leave beside it counts for nothing. */
const SOURCES = [
  'web/src',
  'web/messages',
  'web/static',
  'web/project.inlang/settings.json',
  'web/build.ts',
  'web/messages.config.ts',
  'web/package.json',
  'web/tsconfig.json',
  'web/vite.config.ts',
  'package-lock.json',
]
/** Written by the build itself. */
const MESSAGES_COMPILED = join(WEB, 'src', 'paraglide')

/**
 * Builds the pages if there is no build of the source as it stands: some five seconds, at the first start and after an update.
 *
 * @throws Error with what the builder said, where the build fails
 */
export async function buildPages(onProgress: (words: string) => void = () => {}): Promise<void> {
  const source = digestOf(SOURCES)
  const isBuilt = (): boolean => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === source
  if (isBuilt()) return
  onProgress('building the pages: some seconds, this first time')
  await alone(async () => {
    if (isBuilt()) return
    await runBuild()
    writeFileSync(STAMP, source)
  })
}

/** One build at a time on a machine, whoever starts it; taken over from one that died. */
async function alone(work: () => Promise<void>): Promise<void> {
  const lock = join(tmpdir(), `truceline-build-${createHash('sha256').update(WEB).digest('hex').slice(0, 16)}`)
  while (!takes(lock)) await setTimeout(POLL_MS)
  try {
    await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function takes(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const started = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
    if (started !== undefined && Date.now() - started > LONGEST_BUILD_MS) rmSync(lock, { recursive: true, force: true })
    return false
  }
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

/** One digest over the names and bytes of files, in the order of names. */
function digestOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesOf(join(PROJECT_ROOT, source))))
    hash.update(`${path}\n`).update(readFileSync(path))
  return hash.digest('hex')
}

function filesOf(path: string): readonly string[] {
  if (path === MESSAGES_COMPILED) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesOf(join(path, name)))
}
