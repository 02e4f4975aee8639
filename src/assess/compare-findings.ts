import type { ClaimReference, Finding } from '../model/index.ts'

/** A finding that differs between two states of a record, and why. */
export interface FindingChange {
  readonly id: string
  readonly change: 'new' | 'gone' | 'changed'
  readonly before: Finding | null
  readonly after: Finding | null
  /** In plain words. */
  readonly why: readonly string[]
}

/** What changed from one state to another, in the order of the ids; what only reads otherwise but stands as it stood is left out. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): readonly FindingChange[] {
  const [old, now] = [byId(before), byId(after)]
  const ids = [...new Set([...old.keys(), ...now.keys()])].toSorted()
  return ids.flatMap((id): readonly FindingChange[] => {
    const [was, is] = [old.get(id) ?? null, now.get(id) ?? null]
    if (was === null && is !== null) return [{ id, change: 'new', before: null, after: is, why: sayNew(is) }]
    if (was !== null && is === null) return [{ id, change: 'gone', before: was, after: null, why: sayGone(was) }]
    const why = was && is ? differences(was, is) : []
    return why.length > 0 ? [{ id, change: 'changed', before: was, after: is, why }] : []
  })
}

function byId(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  return new Map(findings.map((finding) => [finding.id, finding]))
}

function sayNew({ claims, decision, deadline }: Finding): readonly string[] {
  if (deadline !== null) return [`the deadline stands: ${deadline}`]
  return [
    ...(claims.length > 0 ? [`claims came in: ${sayClaims(claims)}`] : ['an account came in']),
    ...(decision === null ? [] : [`by decision ${decision}`]),
  ]
}

function sayGone({ claims }: Finding): readonly string[] {
  return [
    `its incident is no longer told so: its claims (${sayClaims(claims)}) went to another incident, were rejected, or are read otherwise`,
  ]
}

function differences(was: Finding, is: Finding): readonly string[] {
  const moved = (what: string, from: string, to: string): readonly string[] =>
    from === to ? [] : [`${what}: ${from} → ${to}`]
  const held = new Set(was.claims.map(keyOf))
  const kept = new Set(is.claims.map(keyOf))
  const added = is.claims.filter((claim) => !held.has(keyOf(claim)))
  const lost = was.claims.filter((claim) => !kept.has(keyOf(claim)))
  return [
    ...moved('outcome', was.outcome, is.outcome),
    ...moved('rule', was.rule, is.rule),
    ...moved('validity', was.validity, is.validity),
    ...moved('responsibility', was.responsibility, is.responsibility),
    ...moved('deadline', was.deadline ?? 'none', is.deadline ?? 'none'),
    ...moved('decision', was.decision ?? 'none', is.decision ?? 'none'),
    ...moved('independent origins', String(was.origins), String(is.origins)),
    ...moved('told differently', String(was.disputed), String(is.disputed)),
    ...(added.length > 0 ? [`claims came in: ${sayClaims(added)}`] : []),
    ...(lost.length > 0 ? [`claims are gone: ${sayClaims(lost)}`] : []),
  ]
}

function sayClaims(claims: readonly ClaimReference[]): string {
  return claims.map(({ report, claim }) => `${report}#${claim}`).join(', ')
}

function keyOf({ report, claim }: ClaimReference): string {
  return `${report} ${claim}`
}
