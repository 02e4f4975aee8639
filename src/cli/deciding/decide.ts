import type { Result } from '../../base/result.ts'
import { createCaseTools, type CaseFailure, type CaseTools, type OpenCase } from '../../compose/case/index.ts'
import { withCase } from '../casework/with-case.ts'
import { refuse, write } from '../terminal/index.ts'

/** What every decision is given. */
export interface DecidingOptions {
  /** Who decides. */
  readonly by: string
  readonly reason: string
  /** The folder whose actors, places and roads to go by. (Default: cases/idlib-2020) */
  readonly case?: string
}

/** Opens a case, decides something and tells what came of it, or why not. */
export async function decide<T>(
  store: string,
  { case: caseFolder }: DecidingOptions,
  act: (open: OpenCase, tools: CaseTools) => Promise<Result<T, CaseFailure>>,
  tell: (value: T) => string,
): Promise<void> {
  await withCase(store, async (open) => {
    const done = await act(open, createCaseTools(caseFolder))
    if (!done.ok) return refuse(done.failure)
    await write(`${tell(done.value)}\n`)
  })
}
