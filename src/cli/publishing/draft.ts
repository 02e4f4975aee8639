import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createCaseTools } from '../../compose/case/index.ts'
import { DEFAULT_CASE } from '../../compose/index.ts'
import {
  draftFromRecord,
  loadPublishedCase,
  readSite,
  scopeOf,
  type PublishedCase,
} from '../../compose/publish/index.ts'
import { recordOfFolder, recordOfStore } from '../../compose/record/index.ts'
import type { OpenCase } from '../../compose/case/index.ts'
import type { CaseRecord } from '../../model/index.ts'
import type { Bulletin } from '../../publish/index.ts'
import type { DraftOptions } from '../bulletin.ts'
import { refuse } from '../terminal/index.ts'

/** A bulletin with what it was drafted from. */
export interface Drafted {
  readonly bulletin: Bulletin
  readonly published: PublishedCase
  readonly caseFolder: string
  readonly earlier: readonly Bulletin[]
}

/** Whether a source is a case's folder rather than a store. */
export function isCaseFolder(source: string): boolean {
  return existsSync(join(source, 'actors.yaml'))
}

/** Drafts from a case's folder alone; null where it was refused, which is told. */
export function draftOfFolder(folder: string, options: DraftOptions): Drafted | null {
  const record = recordOfFolder(folder, { asOf: options.day })
  if (!record.ok) {
    refuse(record.failure)
    return null
  }
  return draft(record.value, folder, options)
}

/** Drafts from an open case; null where it was refused, which is told. */
export async function draftOfStore(open: OpenCase, options: DraftOptions): Promise<Drafted | null> {
  const folder = options.case ?? DEFAULT_CASE
  const record = await recordOfStore(open, createCaseTools(folder), { asOf: options.day, basis: options.basis })
  return draft(record, folder, options)
}

function draft(record: CaseRecord, caseFolder: string, options: DraftOptions): Drafted | null {
  const published = loadPublishedCase(caseFolder)
  if (!published.ok) {
    refuse(published.failure)
    return null
  }
  const earlier =
    options.site === undefined ? [] : readSite(options.site).filter(({ period }) => period.to <= options.day)
  const scope = scopeOf({
    day: options.day,
    ...(options.from !== undefined && { from: options.from }),
    cutOff: options.cutOff,
    timeZone: published.value.file.timeZone,
    earlier: earlier.map(({ id }) => id),
    isCorrection: options.correct === true,
  })
  const bulletin = draftFromRecord(record, published.value, caseFolder, scope, earlier)
  if (!bulletin.ok) {
    refuse(bulletin.failure)
    return null
  }
  return { bulletin: bulletin.value, published: published.value, caseFolder, earlier }
}
