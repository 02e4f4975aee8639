import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { initCase } from '../../src/compose/case/index.ts'
import { DEFAULT_CASE } from '../../src/compose/index.ts'
import { loadFolder } from '../../src/compose/record/index.ts'
import type { Role } from '../../src/contract/index.ts'
import { serveCase, type Serving } from '../../src/http/index.ts'
import { buildPages, loadPages } from '../../src/workbench/index.ts'

const CHROMIUM = '/usr/bin/chromium'
/** Whether a browser is there to look with. */
export const HAS_BROWSER = existsSync(CHROMIUM)

/** Somebody with an account. */
export interface Visitor {
  readonly name: string
  readonly roles: readonly Role[]
  readonly side: string | null
}

/** The people of the tests: two who verify, a liaison of each side, somebody who only reads. */
export const PEOPLE = {
  amina: { name: 'Amina Haddad', roles: ['analyst', 'verifier'], side: null },
  boris: { name: 'Boris Lang', roles: ['verifier', 'editor'], side: null },
  leyla: { name: 'Leyla Demir', roles: ['liaison'], side: 'tr' },
  ivan: { name: 'Ivan Orlov', roles: ['liaison'], side: 'ru' },
  rita: { name: 'Rita Sand', roles: ['reader'], side: null },
} as const satisfies { readonly [name: string]: Visitor }

/** A real server on the embedded store with the Idlib case, and a browser to visit it with. */
export interface Workbench {
  readonly origin: string
  readonly serving: Serving
  readonly browser: Browser
  /** A browser in which a person is signed in. */
  readonly visit: (who: keyof typeof PEOPLE, options?: Parameters<Browser['newContext']>[0]) => Promise<Visit>
  readonly close: () => Promise<void>
}

/** A person's browser. Everything that a page complains of is kept. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: readonly string[]
}

/** Opens it all; a minute on a busy machine. */
export async function openWorkbench(): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'truceline-workbench-'))
  const store = join(folder, 'store')
  const made = await initCase(store, 'test/workbench')
  if (!made.ok) throw new Error(made.failure.message)
  await made.value.close()
  const pages = async () => {
    await buildPages()
    return loadPages()
  }
  const defects: unknown[] = []
  const served = await serveCase({ store, port: 0, pages, onDefect: (error) => defects.push(error) })
  if (!served.ok) throw new Error(served.failure.message)
  const { platform, origin, close } = served.value
  const loaded = await loadFolder(platform.desk.open, platform.desk.tools, DEFAULT_CASE)
  if (!loaded.ok) throw new Error(loaded.failure.message)
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  })
  const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()
  return {
    origin,
    serving: served.value,
    browser,
    visit: async (who, options = {}) => {
      const storageState = sessions.get(who)
      const context = await browser.newContext({
        baseURL: origin,
        viewport: { width: 1280, height: 900 },
        ...(storageState && { storageState }),
        ...options,
      })
      // a busy machine may take longer than the usual half minute for one step
      context.setDefaultTimeout(60_000)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
      })
      if (!storageState) {
        const person: Visitor = PEOPLE[who]
        const invited = await platform.accounts.invite({ ...person, email: `${who}@example.org` })
        if (!invited) throw new Error(`${who}: found an account, expected none`)
        await page.goto(invited.link)
        // links are few a minute, as they should be: whoever comes again brings their session
        sessions.set(who, await context.storageState())
      }
      return { context, page, complaints }
    },
    close: async () => {
      await browser.close()
      await close()
      rmSync(folder, { recursive: true, force: true })
      if (defects.length > 0) throw new AggregateError(defects, 'the server met defects')
    },
  }
}
