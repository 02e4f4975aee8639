import { done, failed, type Result } from '../base/result.ts'
import { FIRST_STATE, needsTwoPeople, nextStates, type Axis } from './states.ts'

/** One step that a person takes with an incident. */
export interface Step {
  readonly axis: Axis
  readonly from: string
  readonly to: string
  readonly reason: string
  /** Who takes it. */
  readonly by: string
}

/** Where an incident stands on one axis. */
export interface Standing {
  readonly state: string
  /** Somebody proposed a state that takes two people, and nobody has seconded or overtaken it yet. */
  readonly proposed: { readonly state: string; readonly by: string } | null
}

/** Where an incident stands on both axes. */
export interface Adjudication {
  readonly validity: Standing
  readonly responsibility: Standing
}

/** Where every incident begins: alleged, responsibility undetermined. */
export const UNTOUCHED: Adjudication = {
  validity: { state: FIRST_STATE.validity, proposed: null },
  responsibility: { state: FIRST_STATE.responsibility, proposed: null },
}

/** Why a step is refused; what each means stands in the comment beside it. */
export const STEP_CODES = [
  /** The axes are validity and responsibility. */
  'step-axis-unknown',
  /** The incident has moved on since: it stands elsewhere than the step starts from. */
  'step-out-of-date',
  /** No such step from there. */
  'step-not-allowed',
  /** An attribution must name the actor, and other states must not. */
  'step-actor',
  /** A step needs a reason. */
  'step-reason-missing',
  /** The second person must be another one. */
  'step-second-person',
] as const

/** A refusal of a step. */
export interface StepFailure {
  readonly code: (typeof STEP_CODES)[number]
  readonly message: string
}

/**
 * Takes a step. A state that takes two people (verified, refuted) is at first only proposed; the same step by another person brings it
 * about, and any other step on that axis drops the proposal.
 */
export function takeStep(standing: Adjudication, step: Step): Result<Adjudication, StepFailure> {
  if (!Object.hasOwn(standing, step.axis)) {
    return refused('step-axis-unknown', 'axis', step.axis, 'validity or responsibility')
  }
  const axis = standing[step.axis]
  const refusal = faultOf(axis, step)
  if (refusal) return refusal
  const proposes = needsTwoPeople(step.axis, step.to) && axis.proposed?.state !== step.to
  const next: Standing = proposes
    ? { state: axis.state, proposed: { state: step.to, by: step.by } }
    : { state: step.to, proposed: null }
  return done({ ...standing, [step.axis]: next })
}

/** Where an incident stands after steps in the order of the log; a step that was not allowed counts for nothing. */
export function followSteps(steps: Iterable<Step>): Adjudication {
  let standing = UNTOUCHED
  for (const step of steps) {
    const next = takeStep(standing, step)
    if (next.ok) standing = next.value
  }
  return standing
}

function faultOf(axis: Standing, step: Step): Result<never, StepFailure> | null {
  const place = `${step.axis} step`
  const [to = '', actor] = splitState(step.to)
  if (step.reason.trim() === '') return refused('step-reason-missing', place, 'no reason', 'the reason in words')
  if (step.from !== axis.state) return refused('step-out-of-date', place, `a step from ${step.from}`, axis.state)
  const next = nextStates(step.axis, splitState(axis.state)[0] ?? '')
  if (!next.includes(to) || step.to === axis.state) {
    return refused('step-not-allowed', place, `${step.from} → ${step.to}`, `${step.from} → ${next.join(' | ')}`)
  }
  if (namesActor(step.axis, to) !== (actor !== undefined && actor !== '')) {
    return refused('step-actor', place, step.to, namesActor(step.axis, to) ? `${to}:ACTOR` : `${to} without an actor`)
  }
  return axis.proposed?.state === step.to && axis.proposed.by === step.by
    ? refused('step-second-person', place, `${step.by} again`, `another person than ${step.by}`)
    : null
}

function namesActor(axis: Axis, state: string): boolean {
  return axis === 'responsibility' && (state === 'attributable' || state === 'largely-attributable')
}

/** State and actor of `attributable:ACTOR`. */
function splitState(state: string): readonly string[] {
  const colon = state.indexOf(':')
  return colon < 0 ? [state] : [state.slice(0, colon), state.slice(colon + 1)]
}

function refused(
  code: StepFailure['code'],
  place: string,
  found: string,
  expected: string,
): Result<never, StepFailure> {
  return failed({ code, message: `${place}: found ${found}, expected ${expected}` })
}
