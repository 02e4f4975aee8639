import { once } from 'node:events'
import type { SingleSignOn } from '../../compose/accounts/index.ts'
import { serveCase, type Serving } from '../../http/index.ts'
import type { ServeCommandOptions } from '../serve.ts'
import { buildPages, loadPages } from '../../workbench/index.ts'
import { refuse, write } from '../terminal/index.ts'

/** How long open requests may take to end after the first signal. */
const GRACE_MS = 5_000

/** Serves a case until SIGINT or SIGTERM. */
export async function runServe(
  store: string | undefined,
  options: ServeCommandOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  // listened for from the beginning: a case that is being made is closed as soon as it is open
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  const serving = await started(store, options, wrongUsage)
  if (!serving) return
  const { platform, origin, close } = serving
  await write(`Truceline answers at ${origin}\n`)
  const link = await platform.accounts.firstLink(options.adminLink)
  if (link !== null) await write(`This link signs the admin in, once, within a day, to set a password:\n  ${link}\n`)
  await write('Stop it with Ctrl-C.\n')
  await stopped
  // a second signal, or a close that hangs, ends it at once: the log is kept by every commit
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  setTimeout(() => process.exit(1), GRACE_MS).unref()
  await close()
  await write('Closed.\n')
}

async function started(
  store: string | undefined,
  options: ServeCommandOptions,
  wrongUsage: (message: string) => never,
): Promise<Serving | null> {
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return wrongUsage(`--port: found ${options.port}, expected a number from 0 to 65535`)
  }
  if (options.url !== undefined && !isOrigin(options.url)) {
    return wrongUsage(`--url: found ${options.url}, expected https://NAME with neither path nor slash`)
  }
  const singleSignOn = singleSignOnOf(process.env)
  const say = (words: string) => process.stderr.write(`truceline: ${words}\n`)
  // a process of its own, so that it is done while the store opens
  const built = buildPages(say)
  built.catch(() => undefined)
  try {
    const serving = await serveCase({
      port,
      host: options.host,
      ...(store !== undefined && { store }),
      ...(options.case !== undefined && { caseFolder: options.case }),
      ...(options.site !== undefined && { site: options.site }),
      ...(options.url !== undefined && { origin: options.url }),
      ...(options.behindProxy && { behindProxy: true }),
      ...(singleSignOn && { signIn: { singleSignOn } }),
      onProgress: say,
      pages: async () => {
        await built
        return loadPages()
      },
      onDefect: (error, requestId) => console.error(`truceline: request ${requestId}:`, error),
    })
    if (serving.ok) return serving.value
    refuse(serving.failure)
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOSPC') throw cause
    refuse({ code: 'folder-unwritable', message: `${path ?? 'store'}: found ${code}, expected a folder to write in` })
  }
  return null
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
}

function singleSignOnOf(env: NodeJS.ProcessEnv): SingleSignOn | null {
  const discoveryUrl = env['TRUCELINE_OIDC_DISCOVERY']
  const clientId = env['TRUCELINE_OIDC_CLIENT_ID']
  const clientSecret = env['TRUCELINE_OIDC_CLIENT_SECRET']
  if (!discoveryUrl || !clientId || !clientSecret) return null
  return { name: env['TRUCELINE_OIDC_NAME'] ?? 'single sign-on', discoveryUrl, clientId, clientSecret }
}
