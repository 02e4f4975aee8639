import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../../base/result.ts'
import { DEFAULT_CASE } from '../../compose/index.ts'
import { recordOfFolder, type RecordFailure } from '../../compose/record/index.ts'
import type { CaseRecord } from '../../model/index.ts'

/** The record at a location, a case's folder: all of it, or as known at the end of a day. */
export async function readCaseRecord(
  location: string | undefined,
  asOf: string | undefined,
): Promise<Result<CaseRecord, RecordFailure>> {
  return recordOfFolder(location ?? DEFAULT_CASE, asOf === undefined ? {} : { asOf })
}

/** The folder to go by for roads, places and what is told beside the patrols: the location itself, if it is one. */
export function caseFolderAt(location: string | undefined): string {
  return location !== undefined && existsSync(join(location, 'places.geojson')) ? location : DEFAULT_CASE
}
