/**
 * Plan: roads, risk along them, patrol plans, and what was driven. Roads are lines with chainage; a patrol plan weighs reasons that put
 * civilians first and proposes; people decide. Pure: roads, incidents, decisions and accounts come in as values, proposals and figures
 * come out. Imports only `base` and `model`.
 */
export { cleanTrack } from './drive/clean-track.ts'
export { drivenOf, matchDrive, type Drive } from './drive/match-drive.ts'
export { GPX_CODES, parseGpx, type GpxFailure } from './drive/parse-gpx.ts'
export { countPatrols, drivenKm, type PatrolStatistics } from './drive/statistics.ts'
export { DROP_WORDS } from './drive/track.ts'
export { buildCorridor, type Corridor } from './network/corridor.ts'
export { formatWay, parseWays } from './network/parse-ways.ts'
export { type ToldAccount, type ToldPatrol } from './patrols/account-schema.ts'
export { differencesOf, OUTCOME_WORDS } from './patrols/compare-accounts.ts'
export { consentOf, type ConsentState } from './patrols/consent.ts'
export { incidentsOn } from './patrols/link-incidents.ts'
export { parseInterludes, parsePatrols, type Interlude } from './patrols/parse-patrols.ts'
export { patrolLogSchema, patrolsOfLogs } from './patrols/patrol-logs.ts'
export { plannedOf } from './patrols/planned-of.ts'
export { planPatrol, type PlanInput } from './proposal/plan-patrol.ts'
export { type PatrolPlan, type PatrolRequest, type Proposal } from './proposal/proposal.ts'
export { BAR_WORDS } from './proposal/say-why.ts'
export { type Settlement, type StretchRisk } from './proposal/stretches.ts'
export { DEFAULT_PARAMETERS, PARAMETERS, type RiskParameters } from './risk/parameters.ts'
export { findOnRoad, type NamedPlace } from './roads/find-on-road.ts'
export { locatePlace, type PlaceOnRoad } from './roads/locate-place.ts'
export { parseRoads } from './roads/parse-roads.ts'
export { nearestRoad, pointAtKm, projectToRoad } from './roads/project-to-road.ts'
