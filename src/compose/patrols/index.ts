/**
 * Patrols: planning, deciding, logging and counting the patrols of a case, put together from its folder, its record and its log. Part of
 * the composition root: command, API and web call the same functions here. Reads files, and appends entries to an open case; the rules
 * stand in src/plan.
 */
export {
  giveConsent,
  proposeDecision,
  sidesOf,
  type ConsentInput,
  type DecisionInput,
  type Proposed,
} from './decide.ts'
export { driveOfTrack, readDrive, type DriveOfTrack } from './read-drive.ts'
export { PATROL_CODES, type PatrolFailure } from './failure.ts'
export { loadInterludes } from './load-interludes.ts'
export { loadPlanner, type Planner } from './load-planner.ts'
export { localClock } from './local-clock.ts'
export { logDrive, type DriveInput, type DriveWords } from './log-drive.ts'
export { logPatrol, type PatrolLogInput } from './log-patrol.ts'
export { importNetwork } from './import-network.ts'
