import { followSteps } from '../../adjudicate/index.ts'
import { readEntries, readLogSize, type IndexedEntry } from '../../store/index.ts'
import {
  findIncidents,
  listReports,
  readFailedPages,
  type FoundIncident,
  type ReportLine,
} from '../../store/projections/index.ts'
import { readStepsOf } from '../case/index.ts'
import { sidesOf } from '../patrols/index.ts'
import { agreementOf } from './agreement.ts'
import type { Desk } from './open-desk.ts'
import { lineOfDecision, type DecisionLine } from './patrols.ts'
import { recordNow } from './record-now.ts'

/** An incident with a state that one person proposed and that waits for another. */
export interface Awaiting extends FoundIncident {
  readonly proposed: string
  /** Who proposed it. */
  readonly by: string
}

/** What a shift needs to know when it begins. */
export interface ShiftView {
  readonly arrived: readonly ReportLine[]
  readonly failed: Awaited<ReturnType<typeof readFailedPages>>
  /** What people did, the last first. */
  readonly changed: readonly IndexedEntry[]
  readonly awaiting: { readonly incidents: readonly Awaiting[]; readonly decisions: readonly DecisionLine[] }
  /** Last days that are near or gone by, or have been put off; empty where the case has no agreement. */
  readonly due: readonly DueLine[]
  readonly sides: readonly string[]
}

/** An obligation whose last day wants looking at. */
export interface DueLine {
  readonly obligation: string
  readonly clause: string
  readonly title: string
  readonly state: string
  readonly due: string | null
}

/** Lines of each kind on the desk. */
const LINES = 12
/** Entries looked through for what people did: more than a shift's pages. */
const LOOKED_THROUGH = 2000

/** The desk as a shift finds it. */
export async function shiftOf(desk: Desk): Promise<ShiftView> {
  const { store } = desk.open
  const record = await recordNow(desk)
  const sides = sidesOf(record)
  const decisions = record.decisions.map((decision) => lineOfDecision(decision, sides))
  return {
    arrived: (await listReports(store, {}, LINES, null))?.items ?? [],
    failed: (await readFailedPages(store)).slice(0, LINES),
    changed: await changedBy(desk),
    due: await dueOn(desk),
    awaiting: {
      incidents: await awaitingOf(desk),
      decisions: decisions
        .filter(({ consent }) => consent.kind === 'proposed' || consent.kind === 'one-side-only')
        .slice(0, LINES),
    },
    sides,
  }
}

async function awaitingOf({ open }: Desk): Promise<readonly Awaiting[]> {
  const found = await findIncidents(open.store, { awaiting: true, limit: LINES })
  const waiting: Awaiting[] = []
  for (const incident of found) {
    const { validity } = followSteps(await readStepsOf(open.store, incident.incident))
    if (validity.proposed) waiting.push({ ...incident, proposed: validity.proposed.state, by: validity.proposed.by })
  }
  return waiting
}

/** Kinds by which people change the record; pages that come in are told apart from these. */
const BY_PEOPLE: ReadonlySet<string> = new Set([
  'review',
  'link-decision',
  'verification-step',
  'decision',
  'consent',
  'patrol-log',
  'publication',
  'supersedes',
])

async function changedBy({ open }: Desk): Promise<readonly IndexedEntry[]> {
  const size = await readLogSize(open.store)
  const entries: IndexedEntry[] = []
  for await (const indexed of readEntries(open.store, { from: Math.max(0, size - LOOKED_THROUGH) })) {
    if (BY_PEOPLE.has(indexed.entry.kind)) entries.push(indexed)
  }
  return entries.slice(-LINES).toReversed()
}

/** States of a last day that nobody need look at. */
const SETTLED: ReadonlySet<string> = new Set(['met'])

async function dueOn(desk: Desk): Promise<readonly DueLine[]> {
  const view = await agreementOf(desk)
  if (!view.ok || !view.value) return []
  const { findings, agreement } = view.value
  return findings.flatMap(({ deadline, obligation: id, clause }) => {
    const obligation = agreement.obligations.find((one) => one.id === id)
    if (deadline === null || SETTLED.has(deadline) || !obligation) return []
    return [{ obligation: id, clause, title: obligation.title, state: deadline, due: obligation.due }]
  })
}
