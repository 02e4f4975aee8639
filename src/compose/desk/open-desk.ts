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
import { createChangeFeed, type ChangeFeed } from './changes.ts'
import { seedCase } from './seed-case.ts'

/** A case as a server holds it: opened once, its rules read once, what changes told to whoever listens. */
export interface Desk {
  /** Where the store is, as it was given. */
  readonly location: string
  /** The folder with the case's actors, places, agreement and roads. */
  readonly caseFolder: string
  readonly open: OpenCase
  readonly tools: CaseTools
  readonly changes: ChangeFeed
  readonly close: () => Promise<void>
}

/** Which case to open. */
export interface DeskOptions extends OpenCaseOptions {
  /** A directory or `postgres://…?schema=…`. (Default: `.truceline/NAME` in the project, made and filled from the case's folder at first) */
  readonly store?: string
  /** (Default: cases/idlib-2020) */
  readonly caseFolder?: string
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
  if (isNew) onProgress('making the store: some ten seconds, this first time')
  const open = isNew
    ? await initCase(location, `localhost/${basename(caseFolder)}`, key)
    : await openCase(location, key)
  if (!open.ok) return open
  if (options.store === undefined && (await readLogSize(open.value.store)) === 0) {
    onProgress('reading the case’s pages')
    await seedCase(open.value, tools, caseFolder)
  }
  return done(await deskOf(location, caseFolder, open.value, tools))
}

async function deskOf(location: string, caseFolder: string, open: OpenCase, tools: CaseTools): Promise<Desk> {
  const changes = createChangeFeed(await readLogSize(open.store), (from) => readKindsSince(open.store, from))
  return {
    location,
    caseFolder,
    open,
    tools,
    changes,
    close: async () => {
      changes.stop()
      await open.close()
    },
  }
}
