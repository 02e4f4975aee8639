import { followSteps, type Adjudication } from '../../adjudicate/index.ts'
import { decisionsOn, findIncident, readStepsOf } from '../case/index.ts'
import { parseLeaf, readLeavesAt, type IndexedEntry } from '../../store/index.ts'
import {
  countIncidents,
  findReadings,
  listIncidents,
  type Cursor,
  type FoundIncident,
  type IncidentCount,
  type IncidentFilter,
  type Page,
} from '../../store/projections/index.ts'
import type { CaseRecord, Claim, ClaimReference, Report } from '../../model/index.ts'
import { countOf } from './kept-counts.ts'
import type { Desk } from './open-desk.ts'
import { askAt, endOf, recordAt, type KnownAt } from './record-at.ts'

/** A page of incidents with the count of all that the filter lets through; null where the cursor is none of ours. */
export async function incidentsOf(
  desk: Desk,
  filter: IncidentFilter,
  limit: number,
  cursor: Cursor | null,
  at: KnownAt | null = null,
): Promise<(Page<FoundIncident> & { readonly count: IncidentCount }) | null> {
  if (!at) {
    const page = await listIncidents(desk.open.store, filter, limit, cursor)
    return page && { ...page, count: await countOf(desk, filter) }
  }
  return askAt(desk, at, async (sql) => {
    const page = await listIncidents(sql, filter, limit, cursor)
    return page && { ...page, count: await countIncidents(sql, filter) }
  })
}

/** A claim with the report that it stands in. */
export interface ClaimInReport extends ClaimReference {
  readonly role: 'news' | 'recall'
  readonly words: Claim
  readonly from: Pick<Report, 'title' | 'outlet' | 'url' | 'published' | 'language'>
}

/** An incident with its claims and all that people did with it. */
export interface IncidentFile extends FoundIncident {
  readonly claims: readonly ClaimInReport[]
  /** Where it stands on both axes, with what awaits a second person. */
  readonly standing: Adjudication
  /** Steps of verification, reviews of its claims, decisions on their links, and what withdrew any of these, in the order of the log. */
  readonly history: readonly IndexedEntry[]
}

/**
 * All about an incident, by its id or another one that it has or had, as it stands or as it was known; null where there is, or was, none.
 */
export async function incidentFile(desk: Desk, id: string, at: KnownAt | null = null): Promise<IncidentFile | null> {
  const { open } = desk
  const found = await askAt(desk, at, (sql) => findIncident(sql, id))
  if (!found) return null
  const { claims, recalls } = found.incident
  const reports = new Set([...claims, ...recalls].map(({ report }) => report))
  const readings = new Map([...(await readingsThen(desk, at)), ...(await findReadings(open.store, [...reports]))])
  const inReport = (role: ClaimInReport['role']) => (reference: ClaimReference) => {
    const reading = readings.get(reference.report)
    const words = reading?.claims[reference.claim]
    if (!reading || !words) return []
    const { title, outlet, url, published, language } = reading.report
    return [{ ...reference, role, words, from: { title, outlet, url, published, language } }]
  }
  const steps = (await readStepsOf(open.store, found.incident)).filter((step) => wasTaken(step.at, at))
  const entries = await readLeavesAt(
    open.store,
    steps.map(({ entry }) => entry),
  )
  return {
    ...found,
    standing: followSteps(steps),
    claims: [...claims.flatMap(inReport('news')), ...recalls.flatMap(inReport('recall'))],
    history: [
      ...entries.map(({ index, text }) => ({ index, entry: parseLeaf(text) })),
      ...(await decisionsOn(open.store, found.incident)).filter(({ entry }) => wasTaken(entry.at, at)),
    ].toSorted((a, b) => a.index - b.index),
  }
}

/** Readings that the store may have no more: of rows that have been superseded since. */
async function readingsThen(desk: Desk, at: KnownAt | null): Promise<CaseRecord['readings']> {
  return at ? (await recordAt(desk, at)).record.readings : new Map()
}

/** By publication only reports are told apart, not what people did with them. */
function wasTaken(instant: string, at: KnownAt | null): boolean {
  return at?.basis !== 'recorded' || instant < endOf(at)
}
