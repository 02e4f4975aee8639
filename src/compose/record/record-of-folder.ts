import { done, type Result } from '../../base/result.ts'
import type { PlainDate } from '../../base/calendar.ts'
import { corroborate } from '../../corroborate/index.ts'
import type { AdjudicatedIncident, CaseRecord, Incident, Reading } from '../../model/index.ts'
import { createPipeline, type Pipeline } from '../../pipeline.ts'
import type { Bearings } from '../../store/projections/index.ts'
import { createBearings } from '../case/index.ts'
import { DEFAULT_CASE, loadRules } from '../load-rules.ts'
import { buildRecord, wasKnown } from './build-record.ts'
import { readCaseDocuments } from './case-folder.ts'
import { readCasePages, type CasePage } from './case-pages.ts'
import { unreadable, type RecordFailure } from './failure.ts'

/** How to read a case's folder. */
export interface FolderOptions {
  /**
   * A day: only what was published by its end counts. A folder has no time of record, so a report counts from the day it was published,
   * and a decision from its own day; what has no day is left out. (Default: all counts)
   */
  readonly asOf?: PlainDate
}

/**
 * The record of a case's folder alone, in memory: its reports read and linked, every incident alleged. Takes about a second for the rules
 * and half a millisecond a report. Fails with `case-unreadable`.
 */
export function recordOfFolder(
  caseFolder: string = DEFAULT_CASE,
  { asOf }: FolderOptions = {},
): Result<CaseRecord, RecordFailure> {
  const pages = readCasePages(caseFolder)
  if (!pages.ok) return pages
  const documents = readCaseDocuments(caseFolder)
  if (!documents.ok) return documents
  const limit = asOf ?? null
  const known = pages.value.filter(({ published }) => wasKnown(published, limit))
  const readings = readPages(known, createPipeline(loadRules(caseFolder)))
  if (!readings.ok) return readings
  return done(
    buildRecord({
      asOf: limit,
      readings: readings.value,
      abstracts: new Set(known.filter(({ isAbstract }) => isAbstract).map(({ id }) => id)),
      incidents: corroborate(readings.value).map(untouchedAt(createBearings(caseFolder))),
      decisions: documents.value.decisions.filter(({ on }) => wasKnown(on, limit)),
      patrols: documents.value.patrols.filter(({ on }) => wasKnown(on, limit)),
      coverage: documents.value.coverage.filter(({ from }) => wasKnown(from, limit)),
      undatedLeftOut: pages.value.filter(({ published }) => published === null).length * (limit === null ? 0 : 1),
    }),
  )
}

function readPages(pages: readonly CasePage[], pipeline: Pipeline): Result<readonly Reading[], RecordFailure> {
  const answers = pipeline.readPages(
    pages.map(({ html, text, ...facts }) => (html === undefined ? { ...facts, text: text ?? '' } : { ...facts, html })),
  )
  const readings: Reading[] = []
  for (const [i, answer] of answers.entries()) {
    if (!answer.ok) return unreadable(pages[i]?.from ?? '', answer.failure.message, 'a report that can be read')
    readings.push(answer.value)
  }
  return done(readings)
}

function untouchedAt(bearingsOf: (incident: Incident) => Bearings): (incident: Incident) => AdjudicatedIncident {
  return (incident) => {
    const { zones, road } = bearingsOf(incident)
    const [id, chainageKm] = [road?.id ?? null, road?.chainageKm ?? null]
    return { incident, validity: 'alleged', responsibility: 'undetermined', zones, road: id, chainageKm }
  }
}
