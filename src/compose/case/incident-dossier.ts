import { followSteps, nextStates, type Adjudication } from '../../adjudicate/index.ts'
import type { Claim, ClaimReference, Incident, Report } from '../../model/index.ts'
import { entryKey, findEntries, parseLeaf, type IndexedEntry, type Sql } from '../../store/index.ts'
import { findReadings, type FoundIncident } from '../../store/projections/index.ts'
import { readDecided } from './decided.ts'
import { entriesBehindClaims } from './entries-behind.ts'
import { findIncident } from './find-incident.ts'
import type { RecordedStep } from './incident-history.ts'
import { readStepsOf } from './read-steps.ts'
import { applyReviews } from './reviews.ts'

/** A claim of an incident with the report that it stands in. */
export interface ClaimInDossier extends ClaimReference {
  readonly role: 'news' | 'recall'
  /** As it was read. */
  readonly read: Claim
  /** As people left it; null where they rejected it. */
  readonly standing: Claim | null
  readonly from: Pick<Report, 'title' | 'outlet' | 'url' | 'published'>
}

/** All that the record holds on one incident. */
export interface IncidentDossier extends FoundIncident {
  readonly claims: readonly ClaimInDossier[]
  readonly adjudication: Adjudication
  /** The states that the next step may lead to. */
  readonly next: { readonly validity: readonly string[]; readonly responsibility: readonly string[] }
  readonly steps: readonly RecordedStep[]
  /** Reviews of its claims, decisions on their links and withdrawals of these, in the order of the log. */
  readonly decisions: readonly IndexedEntry[]
}

/** Reads all that the record holds on an incident, by its id or an earlier one; null where there is none. */
export async function readDossier(sql: Sql, id: string): Promise<IncidentDossier | null> {
  const found = await findIncident(sql, id)
  if (!found) return null
  const steps = await readStepsOf(sql, found.incident)
  const adjudication = followSteps(steps)
  const { validity, responsibility } = adjudication
  return {
    ...found,
    claims: await claimsIn(sql, found.incident),
    adjudication,
    next: {
      validity: nextStates('validity', validity.state),
      responsibility: nextStates('responsibility', responsibility.state.split(':')[0] ?? ''),
    },
    steps,
    decisions: await decisionsOn(sql, found.incident),
  }
}

async function claimsIn(sql: Sql, { claims, recalls }: Incident): Promise<readonly ClaimInDossier[]> {
  const reports = new Set([...claims, ...recalls].map(({ report }) => report))
  const readings = await findReadings(sql, [...reports])
  const reviewed = applyReviews([...readings.values()], (await readDecided(sql)).reviews)
  const inReport = (role: ClaimInDossier['role']) => (reference: ClaimReference) => {
    const reading = readings.get(reference.report)
    const read = reading?.claims[reference.claim]
    if (!reading || !read) return []
    const { title, outlet, url, published } = reading.report
    return [
      { ...reference, role, read, standing: reviewed.claimAt(reference), from: { title, outlet, url, published } },
    ]
  }
  return [...claims.flatMap(inReport('news')), ...recalls.flatMap(inReport('recall'))]
}

const DECISIONS: ReadonlySet<string> = new Set(['review', 'link-decision', 'supersedes'])

/** Reviews of an incident's claims, decisions on their links and withdrawals of these, in the order of the log. */
export async function decisionsOn(sql: Sql, incident: Incident): Promise<readonly IndexedEntry[]> {
  const behind = new Set(await entriesBehindClaims(sql, incident))
  const reports = [...new Set([...incident.claims, ...incident.recalls].map(({ report }) => report))]
  const keys = [
    ...reports.map((report) => entryKey('report', report)),
    ...[...behind].map((entry) => entryKey('entry', String(entry))),
  ]
  const entries = new Map((await findEntries(sql, keys)).map(({ index, text }) => [index, parseLeaf(text)]))
  return [...entries]
    .filter(([index, { kind }]) => behind.has(index) && DECISIONS.has(kind))
    .map(([index, entry]) => ({ index, entry }))
    .toSorted((a, b) => a.index - b.index)
}
