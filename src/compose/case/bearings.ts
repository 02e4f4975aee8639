import { Assessor, assessWith, lastDayOf } from '../../assess/index.ts'
import type { CaseRecord, Finding, Incident } from '../../model/index.ts'
import { locatePlace } from '../../plan/index.ts'
import type { Bearings } from '../../store/projections/index.ts'
import { hasAgreement, loadAssessmentRules } from '../load-agreement.ts'
import { loadRoads } from '../load-roads.ts'
import { DEFAULT_CASE } from '../load-rules.ts'

/** The assessor of a case's folder; null where it states no agreement. Throws Error where a file of it is malformed: it is the operator's own. */
export function createAssessor(caseFolder: string = DEFAULT_CASE): Assessor | null {
  if (!hasAgreement(caseFolder)) return null
  const rules = loadAssessmentRules(caseFolder)
  if (!rules.ok) throw new Error(rules.failure.message)
  return new Assessor(rules.value)
}

/** Where incidents lie by the zones of an agreement and the roads of a case's folder. (Default: cases/idlib-2020) */
export function createBearings(
  caseFolder?: string,
  assessor: Assessor | null = createAssessor(caseFolder),
): (incident: Incident) => Bearings {
  const roads = loadRoads(caseFolder)
  return ({ place }) => {
    const zones = assessor?.context.zones.zonesOf(place) ?? []
    const found = locatePlace(roads, place)
    if (found.kind !== 'at') return { zones, road: null }
    const { road, km, offsetMetres } = found.position
    return { zones, road: { id: road, chainageKm: km, offsetMetres } }
  }
}

/** The findings of a record, deadlines as of the last day that it knows. */
export function findingsBy(assessor: Assessor): (record: CaseRecord) => readonly Finding[] {
  return (record) => assessWith(assessor, record, lastDayOf(record))
}
