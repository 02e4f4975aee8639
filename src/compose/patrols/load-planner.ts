import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseCasePlaces } from '../../attribute/index.ts'
import { done, failed, type Result } from '../../base/result.ts'
import type { CaseRecord, Road, Way } from '../../model/index.ts'
import {
  buildCorridor,
  DEFAULT_PARAMETERS,
  parseWays,
  planPatrol,
  type PatrolPlan,
  type PatrolRequest,
  type RiskParameters,
} from '../../plan/index.ts'
import { loadRoads } from '../load-roads.ts'
import { DEFAULT_CASE } from '../load-rules.ts'
import type { PatrolFailure } from './failure.ts'

/** Plans patrols of one case. */
export interface Planner {
  readonly roads: readonly Road[]
  readonly places: ReturnType<typeof parseCasePlaces>
  /** @throws RangeError where the request names a road that the case does not have, or no time of the calendar */
  readonly plan: (record: CaseRecord, request: PatrolRequest) => PatrolPlan
}

/**
 * Reads a case's roads, network and places. `parameters` replace the usual ones of their names. Fails with `case-unreadable`. A network of
 * a whole country takes seconds to read; keep the planner.
 */
export function loadPlanner(
  caseFolder: string = DEFAULT_CASE,
  parameters: Partial<RiskParameters> = {},
): Result<Planner, PatrolFailure> {
  const figures = { ...DEFAULT_PARAMETERS, ...parameters }
  try {
    const roads = loadRoads(caseFolder)
    const places = parseCasePlaces(JSON.parse(readFileSync(join(caseFolder, 'places.geojson'), 'utf8')))
    const corridor = buildCorridor(roads, loadWays(caseFolder), figures)
    return done({
      roads,
      places,
      plan: (record, request) =>
        planPatrol(request, { record, roads, corridor, settlements: places, parameters: figures }),
    })
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return failed({
      code: 'case-unreadable',
      message: `${basename(caseFolder)}: found ${found}, expected a case's files`,
    })
  }
}

function loadWays(caseFolder: string): readonly Way[] {
  const file = join(caseFolder, 'network.geojsonl')
  return existsSync(file) ? parseWays(readFileSync(file, 'utf8')) : []
}
