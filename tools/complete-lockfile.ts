import { readFileSync, writeFileSync } from 'node:fs'

/*
 * Run after `npm install` (npm run lock): enters into package-lock.json the builds for other platforms that the registry at hand does not
 * hold. npm leaves them out, and `npm ci` then refuses the lock file as incomplete. They are never fetched where their platform is not
 * this one. Names of builds end in their platform: `binding-linux-arm64-musl`.
 */
interface LockedPackage {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: { readonly [name: string]: string }
}

const PLATFORM =
  /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|ppc64|riscv64|s390x|x64)(?:-(gnu|musl))?/
const FILE = new URL('../package-lock.json', import.meta.url)

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: { [path: string]: LockedPackage } }
const missing = Object.values(lock.packages).flatMap(({ dev, optionalDependencies = {} }) =>
  Object.entries(optionalDependencies).flatMap(([name, version]) => entryOf(name, version, dev ?? false)),
)
for (const [path, entry] of missing) lock.packages[path] ??= entry
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)

function entryOf(name: string, version: string, dev: boolean): [string, LockedPackage][] {
  const path = `node_modules/${name}`
  const platform = PLATFORM.exec(name)
  if (lock.packages[path] || !platform) return []
  const [, os = '', cpu = '', variant = ''] = platform
  const libc = variant.startsWith('musl') ? ['musl'] : ['glibc']
  return [
    [
      path,
      { version, ...(dev ? { dev } : {}), optional: true, os: [os], cpu: [cpu], ...(os === 'linux' ? { libc } : {}) },
    ],
  ]
}
