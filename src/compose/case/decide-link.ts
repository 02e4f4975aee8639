import { done, type Result } from '../../base/result.ts'
import type { ClaimReference, Entry, EntryOf, Incident } from '../../model/index.ts'
import type { Sql } from '../../store/index.ts'
import { anchorOf } from './claim-anchors.ts'
import { refused, type CaseFailure } from './failure.ts'
import { findIncident } from './find-incident.ts'
import type { OpenCase } from './open-case.ts'
import { recordDecision, type Recorded } from './record-decision.ts'
import { readClaims } from './review-claim.ts'
import type { CaseTools } from './tools.ts'

type Ruling = EntryOf<'link-decision'>['body']['decision']

/** Whether claims tell of one incident, and why a person thinks so. */
export interface LinkInput {
  /** same: all are one. different: no two of them are one. unsure: the machine must not join them by each other's likeness. */
  readonly decision: Ruling
  /** Two at least. */
  readonly claims: readonly ClaimReference[]
  readonly reason: string
}

/**
 * A person says whether claims tell of one incident; that outranks the machine, and later decisions outrank earlier ones. One entry.
 * Fails with `claims-too-few`, `claim-unknown`, `person-malformed` or `reason-missing`.
 */
export function decideLink(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  { decision, claims, reason }: LinkInput,
): Promise<Result<Recorded, CaseFailure>> {
  return recordDecision(open, tools, { by, reason }, async (sql) => {
    const entry = await linkEntry(sql, { decision, claims, reason, by }, tools)
    return entry.ok ? done([entry.value]) : entry
  })
}

/**
 * A person joins incidents: all their claims tell of one. One entry. Fails with `incident-unknown`, `claims-too-few` and as `decideLink` does.
 */
export function mergeIncidents(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  { incidents, reason }: { readonly incidents: readonly string[]; readonly reason: string },
): Promise<Result<Recorded, CaseFailure>> {
  return recordDecision(open, tools, { by, reason }, async (sql) => {
    const different = new Map<string, Incident>()
    for (const id of incidents) {
      const incident = await readIncident(sql, id)
      if (!incident.ok) return incident
      different.set(incident.value.id, incident.value)
    }
    if (different.size < 2) return refused('claims-too-few', 'merge', `${different.size} incident`, 'two or more')
    const claims = [...different.values()].flatMap((incident) => incident.claims)
    const entry = await linkEntry(sql, { decision: 'same', claims, reason, by }, tools)
    return entry.ok ? done([entry.value]) : entry
  })
}

/**
 * A person parts an incident: the claims given tell of one incident, the rest of another. Up to three entries under one checkpoint: none of
 * the claims are one; then, outranking that, those of either part are. Fails as `mergeIncidents` does.
 */
export function splitIncident(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  input: { readonly incident: string; readonly claims: readonly ClaimReference[]; readonly reason: string },
): Promise<Result<Recorded, CaseFailure>> {
  return recordDecision(open, tools, { by, reason: input.reason }, async (sql) => {
    const incident = await readIncident(sql, input.incident)
    if (!incident.ok) return incident
    const parts = partClaims(incident.value, input.claims)
    if (!parts.ok) return parts
    const { off, rest } = parts.value
    const decisions: readonly [Ruling, readonly ClaimReference[]][] = [
      ['different', [...off, ...rest]],
      ['same', off],
      ['same', rest],
    ]
    const entries: Entry[] = []
    // one act, one time: what was recorded together is withdrawn together
    const at = tools.now()
    for (const [decision, claims] of decisions) {
      if (claims.length < 2) continue
      const entry = await linkEntry(sql, { decision, claims, reason: input.reason, by }, { now: () => at })
      if (!entry.ok) return entry
      entries.push(entry.value)
    }
    return done(entries)
  })
}

interface Parts {
  readonly off: readonly ClaimReference[]
  readonly rest: readonly ClaimReference[]
}

function partClaims({ id, claims }: Incident, asked: readonly ClaimReference[]): Result<Parts, CaseFailure> {
  const named = new Set(asked.map(nameOf))
  const off = claims.filter((claim) => named.has(nameOf(claim)))
  const rest = claims.filter((claim) => !named.has(nameOf(claim)))
  const stranger = asked.find((claim) => !off.some((own) => nameOf(own) === nameOf(claim)))
  if (stranger) return refused('claim-unknown', 'split', nameOf(stranger), `a claim of incident ${id}`)
  if (off.length > 0 && rest.length > 0) return done({ off, rest })
  return refused('claims-too-few', 'split', `${off.length} of ${claims.length} claims`, 'some on either side')
}

async function readIncident(sql: Sql, id: string): Promise<Result<Incident, CaseFailure>> {
  const found = await findIncident(sql, id)
  return found ? done(found.incident) : refused('incident-unknown', 'incident', id, 'the id of one in the record')
}

async function linkEntry(
  sql: Sql,
  { decision, claims, reason, by }: LinkInput & { readonly by: string },
  tools: Pick<CaseTools, 'now'>,
): Promise<Result<Entry, CaseFailure>> {
  const different = [...new Map(claims.map((claim) => [nameOf(claim), claim])).values()]
  if (different.length < 2) return refused('claims-too-few', 'link', `${different.length} claim`, 'two or more')
  const found = await readClaims(sql, different)
  if (!found.ok) return found
  const anchors = found.value.map(({ reference, read }) => anchorOf(reference, read))
  return done({
    kind: 'link-decision',
    at: tools.now(),
    by,
    body: { decision, claims: anchors, reason: reason.trim() },
  })
}

function nameOf({ report, claim }: ClaimReference): string {
  return `${report}#${claim}`
}
