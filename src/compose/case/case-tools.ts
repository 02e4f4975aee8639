import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EntryBodies } from '../../model/index.ts'
import { createPipeline, type PipelineRules } from '../../pipeline.ts'
import { parseMapping, readRow, type Mapping } from '../../import/index.ts'
import { loadRules, PROJECT_ROOT } from '../load-rules.ts'
import { createAssessor, createBearings, findingsBy } from './bearings.ts'
import type { CaseTools } from './tools.ts'

/** The tables of others that can be imported, by the name of their mapping in data/import. */
export const IMPORT_KINDS = [
  'ucdp-ged',
  'acled',
  'gdelt-events',
  'gdelt-mentions',
  'truceline',
  'incident-form',
] as const

/** Reads a mapping that ships with the project. Throws RangeError if it is malformed, which a test excludes. */
export function loadMapping(kind: (typeof IMPORT_KINDS)[number]): Mapping {
  const path = join(PROJECT_ROOT, 'data', 'import', `${kind}.yaml`)
  const mapping = parseMapping(readFileSync(path, 'utf8'), path)
  if (!mapping.ok) throw new RangeError(mapping.failure[0]?.message ?? path)
  return mapping.value
}

/** The stages as a case needs them, by the rules of a case's folder. */
export function createCaseTools(caseFolder?: string): CaseTools {
  const rules = loadRules(caseFolder)
  const pipeline = createPipeline(rules)
  const assessor = createAssessor(caseFolder)
  const mappings = new Map(IMPORT_KINDS.map(loadMapping).map((mapping) => [mapping.dataset, mapping]))
  return {
    readPage: async ({ bytes, text, html, mediaType, ...facts }) => {
      if (bytes) return pipeline.readFile({ ...facts, bytes, ...(mediaType && { contentType: mediaType }) })
      return pipeline.readPage(html === undefined ? { ...facts, text: text ?? '' } : { ...facts, html })
    },
    attributeReport: pipeline.attributeReport,
    readImportRow: (body, logged) => readImportRow(body, logged ?? mappings.get(body.source)),
    bearingsOf: createBearings(caseFolder, assessor),
    ...(assessor && { findingsOf: findingsBy(assessor) }),
    findPlace: placeFinder(rules),
    now: () => new Date().toISOString(),
  }
}

function readImportRow({ columns }: EntryBodies['import-row'], mapping: Mapping | undefined) {
  if (!mapping) return null
  const reading = readRow(columns, mapping, () => null)
  return reading.ok ? reading.value : null
}

/** Places of the case by any of their names, in any case of letters. */
function placeFinder({ attribute }: PipelineRules): NonNullable<CaseTools['findPlace']> {
  const { casePlaces } = attribute.places
  return (name) => {
    const asked = name.toLowerCase()
    const found = casePlaces.find(
      (p) => p.name.toLowerCase() === asked || p.names.some((n) => n.toLowerCase() === asked),
    )
    if (!found) return null
    const { lat, lon, radiusMetres, id } = found
    return { name: found.name, lat, lon, radiusMetres, source: `case:${id}` }
  }
}
