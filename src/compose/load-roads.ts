import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Road } from '../model/index.ts'
import { parseRoads } from '../plan/index.ts'
import { DEFAULT_CASE } from './load-rules.ts'

/**
 * The roads of a case's folder; none where it has no `roads.geojson`.
 * @throws TypeError where the file is malformed: it is the operator's own
 */
export function loadRoads(caseFolder: string = DEFAULT_CASE): readonly Road[] {
  const file = join(caseFolder, 'roads.geojson')
  return existsSync(file) ? parseRoads(JSON.parse(readFileSync(file, 'utf8'))) : []
}
