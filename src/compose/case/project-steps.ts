import type { EntryIndex, EntryKind } from '../../model/index.ts'
import { readKindsSince, type Sql } from '../../store/index.ts'
import { findIncidents, writeStanding } from '../../store/projections/index.ts'
import { readDecided, type Decided } from './decided.ts'
import { firstStanding, historyOf, standingOf } from './incident-history.ts'
import { locateSteps } from './read-steps.ts'

/** Kinds of entries that leave the claims and the links between them as they are. */
export const LEAVE_LINKS: ReadonlySet<string> = new Set<EntryKind>([
  'report-sighted',
  'read-failed',
  'verification-step',
  'decision',
  'consent',
  'coverage',
  'patrol-log',
  'publication',
  'part-opened',
  'witness-named',
])

/** Kinds of entries that leave the links as they are unless one of them takes a claim out, brings one back or changes what it says. */
const MAY_LEAVE_LINKS = 'review' satisfies EntryKind

/**
 * Brings up the incidents that steps of verification bear on, where nothing else came in from an entry on that could change an incident.
 *
 * @returns whether that was so; if not, nothing was written and the incidents must be computed anew
 */
export async function projectSteps(sql: Sql, from: EntryIndex): Promise<boolean> {
  const { kinds } = await readKindsSince(sql, from)
  if (!kinds.every((kind) => LEAVE_LINKS.has(kind) || kind === MAY_LEAVE_LINKS)) return false
  if (!kinds.includes('verification-step') && !kinds.includes('review')) return true
  const decided = await readDecided(sql)
  if (!onlyConfirm(decided, from)) return false
  const locate = await locateSteps(sql, decided)
  const history = historyOf(decided.entries, locate)
  for (const { index, entry } of decided.entries) {
    if (entry.kind !== 'verification-step' || index < from) continue
    const claim = firstStanding(entry.body.claims, locate)
    const [found] = claim ? await findIncidents(sql, { claim }) : []
    if (found) await writeStanding(sql, found.incident.id, standingOf(history, found.incident))
  }
  return true
}

/** Whether reviews from an entry on confirm only what stood already: no claim of the same report was ever rejected. */
function onlyConfirm({ entries }: Decided, from: EntryIndex): boolean {
  const rejectedIn = new Set<string>()
  for (const { index, entry } of entries) {
    if (entry.kind !== 'review') continue
    const { report, verdict } = entry.body
    if (index >= from && (verdict !== 'confirmed' || rejectedIn.has(report))) return false
    if (verdict === 'rejected') rejectedIn.add(report)
  }
  return true
}
