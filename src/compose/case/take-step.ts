import { followSteps, takeStep, type Adjudication, type Axis } from '../../adjudicate/index.ts'
import { done, type Result } from '../../base/result.ts'
import type { Entry, EntryOf } from '../../model/index.ts'
import type { Sql } from '../../store/index.ts'
import { anchorOf } from './claim-anchors.ts'
import { refused, type CaseFailure } from './failure.ts'
import { findIncident } from './find-incident.ts'
import type { OpenCase } from './open-case.ts'
import { readStepsOf } from './read-steps.ts'
import { recordDecision, type Recorded } from './record-decision.ts'
import { readClaims } from './review-claim.ts'
import type { CaseTools } from './tools.ts'

/** Claims that a step names; enough to find its incident again however it is joined or parted. */
const CLAIMS_NAMED = 20

/** A step that a person takes with an incident on one axis. */
export interface StepInput {
  readonly incident: string
  readonly axis: Axis
  readonly to: string
  readonly reason: string
  /** Where the person saw the incident stand; refused with `step-out-of-date` if it has moved on. (Default: where it stands) */
  readonly from?: string
}

/** A step is in the log. */
export interface StepTaken extends Recorded {
  /** Where the incident stands now; verified and refuted are only proposed until a second person takes the same step. */
  readonly standing: Adjudication
}

/**
 * A person takes a step of verification. Fails with `incident-unknown`, `person-malformed`, `reason-missing` or a code of adjudication: an axis
 * that there is not, a step not allowed from there, an attribution without its actor, the second person being the first.
 */
export async function takeVerificationStep(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  input: StepInput,
): Promise<Result<StepTaken, CaseFailure>> {
  const taken: { standing?: Adjudication } = {}
  const recorded = await recordDecision(open, tools, { by, reason: input.reason }, async (sql) => {
    const step = await prepareStep(sql, by, input)
    if (!step.ok) return step
    taken.standing = step.value.standing
    return done([{ kind: 'verification-step', at: tools.now(), by, body: step.value.body } satisfies Entry])
  })
  if (!recorded.ok || !taken.standing) return recorded.ok ? missing(input.incident) : recorded
  return done({ ...recorded.value, standing: taken.standing })
}

interface PreparedStep {
  readonly body: EntryOf<'verification-step'>['body']
  readonly standing: Adjudication
}

async function prepareStep(
  sql: Sql,
  by: string,
  { incident: id, axis, to, reason, from }: StepInput,
): Promise<Result<PreparedStep, CaseFailure>> {
  const found = await findIncident(sql, id)
  if (!found) return missing(id)
  const steps = await readStepsOf(sql, found.incident)
  const before = followSteps(steps)
  const at = from ?? (axis === 'validity' || axis === 'responsibility' ? before[axis].state : '')
  const standing = takeStep(before, { axis, from: at, to, reason, by })
  if (!standing.ok) return standing
  const claims = await readClaims(sql, found.incident.claims.slice(0, CLAIMS_NAMED))
  if (!claims.ok) return claims
  const anchors = claims.value.map(({ reference, read }) => anchorOf(reference, read))
  const after = steps.at(-1)?.entry ?? null
  const body = { incident: found.incident.id, claims: anchors, axis, from: at, to, reason: reason.trim(), after }
  return done({ body, standing: standing.value })
}

function missing(id: string): Result<never, CaseFailure> {
  return refused('incident-unknown', 'incident', id, 'the id of one in the record')
}
