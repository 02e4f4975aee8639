import type { z } from 'zod'
import { canonicalJson, parseCanonicalJson, type JsonValue } from '../../base/canonical-json.ts'
import { done, failed, type Result } from '../../base/result.ts'
import { decisionSchema } from '../../assess/index.ts'
import type { Decision, Entry, Resolution } from '../../model/index.ts'
import { readEntriesOfKinds } from '../../store/index.ts'
import { recordDecision, type Recorded } from '../case/record-decision.ts'
import type { CaseFailure, CaseTools, OpenCase } from '../case/index.ts'
import type { PatrolFailure } from './failure.ts'

/** A decision that the coordination centre proposes to both sides: a patrol's plan, more time for a side, or another. */
export interface DecisionInput {
  /** (Default: the day and the kind, numbered if need be) */
  readonly id?: string
  /** Day of the decision in the case's local time, `YYYY-MM-DD`. (Default: the day of the entry) */
  readonly on?: string
  /** In plain words: this is what the sides sign. */
  readonly text: string
  readonly resolution: Resolution
  readonly source?: string
}

/** A decision is in the log. */
export interface Proposed extends Recorded {
  readonly decision: string
}

/**
 * Puts a decision into the log, signed by nobody yet. Fails with `decision-malformed`, `person-malformed` or `reason-missing`.
 *
 * @param by the person who records it
 */
export async function proposeDecision(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  input: DecisionInput,
): Promise<Result<Proposed, PatrolFailure | CaseFailure>> {
  const on = input.on ?? tools.now().slice(0, 10)
  let decision = input.id ?? `${on}-${input.resolution.kind}`
  const told = decisionSchema.safeParse({ ...input, id: decision, on, evidence: [], source: input.source ?? null })
  if (!told.success) return failed({ code: 'decision-malformed', message: sayIssue('decision', told.error) })
  const { id: _, ...resolved } = told.data
  const recorded = await recordDecision(open, tools, { by, reason: input.text }, async (sql) => {
    const taken = new Set(
      (await readEntriesOfKinds(sql, ['decision'])).map(({ entry }) =>
        entry.kind === 'decision' ? entry.body.decision : '',
      ),
    )
    for (let n = 2; input.id === undefined && taken.has(decision); n++) decision = `${on}-${input.resolution.kind}-${n}`
    return done([
      {
        kind: 'decision',
        at: tools.now(),
        by,
        body: { decision, signedBy: [], resolved: documentOf(resolved) },
      } satisfies Entry,
    ])
  })
  return recorded.ok ? done({ ...recorded.value, decision }) : recorded
}

/** A side's word on a decision. */
export interface ConsentInput {
  readonly decision: string
  /** A side of the case, `ru`. */
  readonly side: string
  readonly verdict: 'signed' | 'declined'
  readonly reason: string
}

/**
 * Records that a side signs a decision, or declines it; its last word counts. Fails with `decision-unknown`, `side-unknown`,
 * `person-malformed` or `reason-missing`.
 *
 * @param by the person who speaks for the side
 * @param sides the sides whose word is asked for
 */
export async function giveConsent(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  { decision, side, verdict, reason }: ConsentInput,
  sides: readonly string[],
): Promise<Result<Recorded, PatrolFailure | CaseFailure>> {
  if (!sides.includes(side)) {
    return failed({ code: 'side-unknown', message: `side: found ${side}, expected ${sides.join(' or ')}` })
  }
  const outcome: { refusal?: PatrolFailure } = {}
  const recorded = await recordDecision(open, tools, { by, reason }, async (sql) => {
    const entries = await readEntriesOfKinds(sql, ['decision'])
    const known = entries.some(({ entry }) => entry.kind === 'decision' && entry.body.decision === decision)
    if (known)
      return done([{ kind: 'consent', at: tools.now(), by, body: { decision, side, verdict, reason } } satisfies Entry])
    outcome.refusal = { code: 'decision-unknown', message: `decision: found ${decision}, expected one of the log` }
    return done([])
  })
  return outcome.refusal ? failed(outcome.refusal) : recorded
}

/** The sides whose word a decision needs: those who have signed or been asked before, and those who patrol. */
export function sidesOf(record: {
  readonly decisions: readonly Pick<Decision, 'signatures'>[]
  readonly patrols: readonly { readonly accounts: readonly { readonly side: string }[] }[]
}): readonly string[] {
  const patrolling = record.patrols.flatMap(({ accounts }) => accounts.map(({ side }) => side))
  const signing = record.decisions.flatMap(({ signatures }) => signatures.map(({ side }) => side))
  return [...new Set([...patrolling, ...signing])].filter((side) => side !== 'press').toSorted()
}

/** A value as the log keeps it. */
export function documentOf(value: object): { readonly [member: string]: JsonValue } {
  const read = parseCanonicalJson(canonicalJson(value))
  if (!read.ok) throw new TypeError(read.failure)
  return read.value as { readonly [member: string]: JsonValue }
}

/** The first thing that is wrong, with its place. */
export function sayIssue(place: string, error: z.ZodError): string {
  const issue = error.issues[0]
  return `${place}: ${issue?.path.join('.') ?? ''}: found another value, expected ${issue?.message ?? 'another form'}`
}
