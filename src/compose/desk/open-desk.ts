import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { done, type Result } from '../../base/result.ts'
import { readKindsSince, readLogSize } from '../../store/index.ts'
import {
  createCaseTools,
  initCase,
  openCase,
  type CaseFailure,
  type CaseTools,
  type OpenCase,
  type OpenCaseOptions,
} from '../case/index.ts'
import { DEFAULT_CASE, PROJECT_ROOT } from '../load-rules.ts'
import { siteOf } from '../publish/index.ts'
import { createChangeFeed, type ChangeFeed } from './changes.ts'
import { seedCase } from './seed-case.ts'

/** A case as a server holds it: opened once, its rules read once, what changes told to whoever listens. */
export interface Desk {
  /** Where the store is, as it was given. */
  readonly location: string
  /** The folder with the case's actors, places, agreement and roads. */
  readonly caseFolder: string
  /** The folder that bulletins are published into. */
  readonly site: string
  readonly open: OpenCase
  readonly tools: CaseTools
  readonly changes: ChangeFeed
  /** Resolves when the usual store holds all of its case's folder; it fills while pages are served already. */
  readonly filled: Promise<void>
  readonly close: () => Promise<void>
}

/** Which case to open. */
export interface DeskOptions extends OpenCaseOptions {
  /** A directory or `postgres://…?schema=…`. (Default: `.truceline/NAME` in the project, made at first, and filled from the case's folder) */
  readonly store?: string
  /** (Default: cases/idlib-2020) */
  readonly caseFolder?: string
  /** The folder that bulletins are published into. (Default: see `siteOf`) */
  readonly site?: string
  /** Told what is being done where it takes seconds. */
  readonly onProgress?: (words: string) => void
}

/** Where the workbench keeps a case when nobody says otherwise. */
export function usualStoreOf(caseFolder: string): string {
  return join(PROJECT_ROOT, '.truceline', basename(caseFolder))
}

/**
 * Opens a case for a server. Only the usual store is made where there is none; one that was named must be there. Fails with the codes of
 * a case; what the file system refuses throws.
 */
export async function openDesk(options: DeskOptions = {}): Promise<Result<Desk, CaseFailure>> {
  const { caseFolder = DEFAULT_CASE, onProgress = () => undefined } = options
  const location = options.store ?? usualStoreOf(caseFolder)
  const tools = createCaseTools(caseFolder)
  const { keyFile } = options
  const key = keyFile === undefined ? {} : { keyFile }
  const isNew = options.store === undefined && !existsSync(join(location, 'data'))
  if (isNew) onProgress('making the store: some seconds, this first time')
  const open = isNew
    ? await initCase(location, `localhost/${basename(caseFolder)}`, key)
    : await openCase(location, key)
  if (!open.ok) return open
  return done(await deskOf(location, caseFolder, open.value, tools, options))
}

async function deskOf(
  location: string,
  caseFolder: string,
  open: OpenCase,
  tools: CaseTools,
  { store, site = siteOf(location), onProgress = () => undefined }: DeskOptions,
): Promise<Desk> {
  const changes = createChangeFeed(await readLogSize(open.store), (from) => readKindsSince(open.store, from))
  const fill = async (): Promise<void> => {
    const seeded = await seedCase(open, tools, caseFolder)
    if (!seeded.ok) onProgress(`the case’s folder: ${seeded.failure.message} [${seeded.failure.code}]`)
    await changes.look()
  }
  const filled = store === undefined ? fill() : Promise.resolve()
  // whoever waits for it is told; nobody need
  filled.catch(() => undefined)
  return {
    location,
    caseFolder,
    site,
    open,
    tools,
    changes,
    filled,
    close: async () => {
      changes.stop()
      await filled.catch(() => undefined)
      await open.close()
    },
  }
}
