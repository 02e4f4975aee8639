import { decideLink } from '../../compose/case/index.ts'
import { parseClaimNames } from './claim-names.ts'
import { decide, type DecidingOptions } from './decide.ts'

/** The options of `truceline link`, as given. */
export interface LinkOptions extends DecidingOptions {
  readonly as: 'same' | 'different' | 'unsure'
}

/** A person says whether claims tell of one incident. */
export async function runLink(
  store: string,
  names: readonly string[],
  options: LinkOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const claims = parseClaimNames(names, wrongUsage)
  const { as: decision, by, reason } = options
  await decide(
    store,
    options,
    (open, tools) => decideLink(open, tools, by, { decision, claims, reason }),
    ({ entry }) => `${names.join(', ')}: ${decision}, says ${by}: entry ${entry}`,
  )
}
