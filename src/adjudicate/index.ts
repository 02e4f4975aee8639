/**
 * Adjudicates: the two axes on which people decide about an incident, apart from each other: whether it happened, and who answers for it.
 * Only allowed steps, each with its reason; `verified` and `refuted` take two different people. Pure: steps come in as values, what comes
 * out is where the incident stands. "Cannot be verified" and "undetermined" are results like any other. Imports only `model`
 * and `base`.
 */
export { RESPONSIBILITIES, VALIDITIES, type Responsibility, type Validity } from '../model/index.ts'
export { nextStates, type Axis } from './states.ts'
export {
  followSteps,
  STEP_CODES,
  takeStep,
  UNTOUCHED,
  type Adjudication,
  type Standing,
  type Step,
  type StepFailure,
} from './steps.ts'
