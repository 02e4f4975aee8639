/**
 * Plan: roads, risk along them, patrol plans, and what was driven. Roads are lines with chainage; a patrol plan weighs reasons that put
 * civilians first and proposes; people decide. Pure: roads, incidents, decisions and accounts come in as values, proposals and figures
 * come out. Imports only `base` and `model`.
 */
export { type ToldAccount, type ToldPatrol } from './patrols/account-schema.ts'
export { parseInterludes, parsePatrols, type Interlude } from './patrols/parse-patrols.ts'
export { patrolLogSchema, patrolsOfLogs } from './patrols/patrol-logs.ts'
export { locatePlace, type PlaceOnRoad } from './roads/locate-place.ts'
export { parseRoads } from './roads/parse-roads.ts'
export { nearestRoad, pointAtKm, projectToRoad } from './roads/project-to-road.ts'
