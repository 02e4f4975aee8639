import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Assessor, assessWith, lastDayOf, type AssessmentRules } from '../../assess/index.ts'
import { done, type Result } from '../../base/result.ts'
import type { PlainDate } from '../../base/calendar.ts'
import type { CaseRecord, Finding } from '../../model/index.ts'
import { createCaseTools, openCase, type CaseFailure } from '../case/index.ts'
import { DEFAULT_CASE } from '../load-rules.ts'
import type { RecordFailure } from './failure.ts'
import { loadAssessmentRules } from '../load-agreement.ts'
import { recordOfFolder } from './record-of-folder.ts'
import { recordOfStore, type StoreOptions } from './record-of-store.ts'

/** Where a record is, and what is asked of it. */
export interface RecordQuestion extends StoreOptions {
  /** A case's folder, which has an agreement.yaml, or a store. (Default: cases/idlib-2020) */
  readonly location?: string
  /** The folder with agreement, actors, places and roads of a store's case. (Default: cases/idlib-2020) */
  readonly caseFolder?: string
}

/** A record with what the agreement makes of it. */
export interface AssessedRecord {
  readonly record: CaseRecord
  readonly assessor: Assessor
  readonly findings: readonly Finding[]
  /** The day on which deadlines and figures stand. */
  readonly today: PlainDate
}

/** Reads a record from wherever it is and assesses it. Fails with `case-unreadable` or a code of the case or its store. */
export async function readAssessed(
  question: RecordQuestion = {},
): Promise<Result<AssessedRecord, RecordFailure | CaseFailure>> {
  const location = question.location ?? DEFAULT_CASE
  const isFolder = existsSync(join(location, 'agreement.yaml'))
  const caseFolder = isFolder ? location : (question.caseFolder ?? DEFAULT_CASE)
  const rules = loadAssessmentRules(caseFolder)
  if (!rules.ok) return rules
  const { asOf } = question
  const record = isFolder
    ? recordOfFolder(location, asOf === undefined ? {} : { asOf })
    : await ofStore(location, caseFolder, question)
  return record.ok ? done(assessed(record.value, rules.value)) : record
}

function assessed(record: CaseRecord, rules: AssessmentRules): AssessedRecord {
  const assessor = new Assessor(rules)
  const today = lastDayOf(record)
  return { record, assessor, findings: assessWith(assessor, record, today), today }
}

async function ofStore(
  location: string,
  caseFolder: string,
  options: StoreOptions,
): Promise<Result<CaseRecord, CaseFailure>> {
  const open = await openCase(location)
  if (!open.ok) return open
  try {
    return done(await recordOfStore(open.value, createCaseTools(caseFolder), options))
  } finally {
    await open.value.close()
  }
}
