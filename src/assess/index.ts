/**
 * Assesses: how incidents, patrols, deadlines and silence bear on each obligation of an agreement. The agreement is data that a lawyer edits;
 * every finding cites obligation, claims and rule, and says its reasons in plain words. Pure: no file, clock or random number.
 * Imports only `model` and `base`.
 */
export { coverageSchema, parseCoverage } from './files/coverage-file.ts'
export { decisionSchema, parseDecisions, type ToldDecision } from './files/decisions-file.ts'
