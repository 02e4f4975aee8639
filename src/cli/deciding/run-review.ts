import { reviewClaim, type ClaimAmendment, type ReviewInput } from '../../compose/case/index.ts'
import { amendmentSchema } from '../../contract/index.ts'
import { claimName, parseClaimNames } from './claim-names.ts'
import { decide, type DecidingOptions } from './decide.ts'

/** The options of `truceline review`, as given. */
export interface ReviewOptions extends DecidingOptions {
  readonly confirm?: true
  readonly reject?: true
  /** JSON of what to change. */
  readonly amend?: string
}

/** A person confirms, amends or rejects a claim. */
export async function runReview(
  store: string,
  name: string,
  options: ReviewOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const [reference = wrongUsage('claim: found none')] = parseClaimNames([name], wrongUsage)
  const verdict = verdictOf(options, wrongUsage)
  const input: ReviewInput = { ...reference, ...verdict, reason: options.reason }
  await decide(
    store,
    options,
    (open, tools) => reviewClaim(open, tools, options.by, input),
    ({ entry }) => `claim ${claimName(reference)} ${verdict.verdict} by ${options.by}: entry ${entry}`,
  )
}

type Verdict =
  | { readonly verdict: 'confirmed' | 'rejected' }
  | { readonly verdict: 'amended'; readonly amendment: ClaimAmendment }

function verdictOf({ confirm, reject, amend }: ReviewOptions, wrongUsage: (message: string) => never): Verdict {
  const given = [confirm, reject, amend].filter((one) => one !== undefined).length
  if (given !== 1) return wrongUsage(`found ${given} verdicts, expected one of --confirm, --reject, --amend`)
  if (confirm) return { verdict: 'confirmed' }
  return amend === undefined
    ? { verdict: 'rejected' }
    : { verdict: 'amended', amendment: parseAmendment(amend, wrongUsage) }
}

function parseAmendment(json: string, wrongUsage: (message: string) => never): ClaimAmendment {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return wrongUsage(`--amend: found ${json.slice(0, 60)}, expected JSON as {"act":"shelling"}`)
  }
  const amendment = amendmentSchema.safeParse(value)
  if (amendment.success) return amendment.data
  const [issue] = amendment.error.issues
  return wrongUsage(`--amend ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'found another form'}`)
}
