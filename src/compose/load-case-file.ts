import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { DEFAULT_CASE } from './load-rules.ts'

/** What a case says of itself in its `case.yaml`. */
export interface CaseFile {
  /** For people. (Default: the folder's name) */
  readonly name: string
  /** IANA zone in which the people of the case live; times are told in it. Null where none is stated: then UTC. */
  readonly timeZone: string | null
}

const caseSchema = z.looseObject({ name: z.string().optional(), timeZone: z.string().optional() })

/**
 * Reads a case's `case.yaml`; a folder without one is named by itself.
 * @throws Error where the file is malformed: it is the operator's own
 */
export function loadCaseFile(caseFolder: string = DEFAULT_CASE): CaseFile {
  const file = join(caseFolder, 'case.yaml')
  const told = existsSync(file) ? caseSchema.parse(parse(readFileSync(file, 'utf8'))) : {}
  return { name: told.name ?? basename(caseFolder), timeZone: told.timeZone ?? null }
}
