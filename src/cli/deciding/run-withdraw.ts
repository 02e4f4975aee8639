import { withdrawDecision } from '../../compose/case/index.ts'
import { decide, type DecidingOptions } from './decide.ts'

/** A person takes back a review or a decision on a link. */
export async function runWithdraw(
  store: string,
  index: string,
  options: DecidingOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  if (!/^\d{1,15}$/.test(index)) return wrongUsage(`entry: found ${index}, expected the index of an entry`)
  const { by, reason } = options
  await decide(
    store,
    options,
    (open, tools) => withdrawDecision(open, tools, by, { entry: Number(index), reason }),
    ({ entry }) => `entry ${index} withdrawn by ${by}: entry ${entry}`,
  )
}
