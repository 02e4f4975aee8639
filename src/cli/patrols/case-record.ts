import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { done, failed, type Result } from '../../base/result.ts'
import { createCaseTools, openCase, type CaseFailure } from '../../compose/case/index.ts'
import { DEFAULT_CASE } from '../../compose/index.ts'
import { recordOfFolder, recordOfStore, type RecordFailure } from '../../compose/record/index.ts'
import type { CaseRecord } from '../../model/index.ts'

/** Which record is asked for, as given on the command line. */
export interface RecordChoice {
  readonly asOf?: string
  readonly basis?: 'recorded' | 'published'
}

/**
 * The record at a location, a case's folder or a store: all of it, or as known at the end of a day. A folder has no time of record and
 * counts a report from the day it was published.
 */
export async function readCaseRecord(
  location: string = DEFAULT_CASE,
  { asOf, basis }: RecordChoice,
): Promise<Result<CaseRecord, RecordFailure | CaseFailure>> {
  if (isCaseFolder(location)) return recordOfFolder(location, asOf === undefined ? {} : { asOf })
  const open = await openCase(location)
  if (!open.ok) return failed(open.failure)
  try {
    const options = { ...(asOf !== undefined && { asOf }), ...(basis && { basis }) }
    return done(await recordOfStore(open.value, createCaseTools(), options))
  } finally {
    await open.value.close()
  }
}

/** The folder to go by for roads, places and what is told beside the patrols: the location itself, if it is one. */
export function caseFolderAt(location: string | undefined): string {
  return location !== undefined && isCaseFolder(location) ? location : DEFAULT_CASE
}

function isCaseFolder(location: string): boolean {
  return existsSync(join(location, 'places.geojson'))
}
