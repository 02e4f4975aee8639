import { takeVerificationStep, type StepTaken } from '../../compose/case/index.ts'
import { decide, type DecidingOptions } from './decide.ts'
import { plainState } from './plain-states.ts'

/** The options of `truceline verification`, as given. */
export interface VerificationOptions extends DecidingOptions {
  readonly validity?: string
  readonly responsibility?: string
  readonly from?: string
}

/** A person takes a step with an incident on one of the two axes. */
export async function runVerification(
  store: string,
  incident: string,
  options: VerificationOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const { validity, responsibility, from, by, reason } = options
  const to = validity ?? responsibility
  if (to === undefined || (validity !== undefined && responsibility !== undefined)) {
    return wrongUsage('expected either --validity STATE or --responsibility STATE: the axes are decided apart')
  }
  const axis = validity === undefined ? 'responsibility' : 'validity'
  await decide(
    store,
    options,
    (open, tools) =>
      takeVerificationStep(open, tools, by, { incident, axis, to, reason, ...(from !== undefined && { from }) }),
    (taken) => drawTaken(incident, taken),
  )
}

function drawTaken(incident: string, { entry, standing: { validity, responsibility } }: StepTaken): string {
  const waits = validity.proposed
    ? `\n  ${plainState(validity.proposed.state)} proposed by ${validity.proposed.by}; takes the same step by another person`
    : ''
  return `incident ${incident}: ${plainState(validity.state)}, ${plainState(responsibility.state)}: entry ${entry}${waits}`
}
