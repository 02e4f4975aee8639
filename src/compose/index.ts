/**
 * Compose: the composition root of the doors. It alone reads the project's data and a case's files and hands them to the stages,
 * so that cli, http, workers and web are put together alike.
 */
export { loadRoads } from './load-roads.ts'
export { DEFAULT_CASE, loadRules, PROJECT_ROOT } from './load-rules.ts'
export { loadActors, type ActorLine } from './load-actors.ts'
export { loadCaseFile } from './case-file.ts'
