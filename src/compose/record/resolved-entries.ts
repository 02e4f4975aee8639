import { coverageSchema, decisionSchema, type ToldDecision } from '../../assess/index.ts'
import type { Coverage, EntryOf, Signature } from '../../model/index.ts'
import { patrolsOfLogs, type ToldPatrol } from '../../plan/index.ts'
import type { IndexedEntry } from '../../store/index.ts'

/** What people decided and told, as the entries of a log give it. */
export interface ResolvedEntries {
  readonly decisions: readonly ToldDecision[]
  readonly patrols: readonly ToldPatrol[]
  readonly coverage: readonly Coverage[]
}

/**
 * Reads decisions with their signatures, accounts of patrols and coverage from entries in the order of the log. Superseded entries count for
 * nothing; of one decision's entries the last one counts; a document of another form than it must have is passed over: the log keeps it.
 */
export function resolvedIn(entries: readonly IndexedEntry[]): ResolvedEntries {
  const gone = new Set(entries.flatMap(({ entry }) => (entry.kind === 'supersedes' ? entry.body.entry : [])))
  const decisions = new Map<string, ToldDecision>()
  const logs: EntryOf<'patrol-log'>['body'][] = []
  const coverage: Coverage[] = []
  for (const { index, entry } of entries) {
    if (gone.has(index)) continue
    if (entry.kind === 'decision') {
      const told = decisionSchema.safeParse({ ...entry.body.resolved, id: entry.body.decision })
      if (told.success) decisions.set(entry.body.decision, withSigners(told.data, entry))
    } else if (entry.kind === 'consent') {
      const decision = decisions.get(entry.body.decision)
      if (decision) decisions.set(decision.id, signed(decision, entry))
    } else if (entry.kind === 'patrol-log') {
      logs.push(entry.body)
    } else if (entry.kind === 'coverage') {
      const told = coverageSchema.safeParse(entry.body.document)
      if (told.success) coverage.push(told.data)
    }
  }
  return { decisions: [...decisions.values()], patrols: patrolsOfLogs(logs), coverage }
}

function withSigners(decision: ToldDecision, { at, body }: EntryOf<'decision'>): ToldDecision {
  const known = new Set(decision.signatures.map(({ side }) => side))
  const added = body.signedBy
    .filter((side) => !known.has(side))
    .map((side): Signature => ({ side, verdict: 'signed', on: at.slice(0, 10) }))
  return { ...decision, signatures: [...decision.signatures, ...added] }
}

function signed(decision: ToldDecision, { at, body: { side, verdict } }: EntryOf<'consent'>): ToldDecision {
  const others = decision.signatures.filter((signature) => signature.side !== side)
  return { ...decision, signatures: [...others, { side, verdict, on: at.slice(0, 10) }] }
}
