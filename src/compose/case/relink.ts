import type { ClaimReference, EntryIndex } from '../../model/index.ts'
import { readKindsSince, type Sql } from '../../store/index.ts'
import { removeIncidentsOf, writeIncidents } from '../../store/projections/index.ts'
import { claimsOf } from './claim-anchors.ts'
import { readDecided, type Decided } from './decided.ts'
import { historyOf, locatorIn } from './incident-history.ts'
import { incidentRowOf } from './incident-row.ts'
import type { KeptLinks } from './kept-links.ts'
import { LEAVE_LINKS } from './project-steps.ts'
import { applyReviews } from './reviews.ts'
import type { CaseTools } from './tools.ts'

/**
 * Brings up the incidents that reviews from an entry on bear on, by linking anew the claims of the reports that were reviewed and what is
 * linked with them. The record is the same as if all had been linked anew.
 *
 * @returns whether it could: nothing else came in that bears on links, and nobody joined or parted claims of those reports
 */
export async function relink(sql: Sql, tools: CaseTools, links: KeptLinks, from: EntryIndex): Promise<boolean> {
  const { kinds } = await readKindsSince(sql, from)
  const isReviewOnly = kinds.every((kind) => kind === 'review' || LEAVE_LINKS.has(kind))
  if (!isReviewOnly || kinds.includes('verification-step')) return false
  const decided = await readDecided(sql)
  const reports = reviewedSince(decided, from)
  if (decided.links.some(({ claims }) => claims.some(({ report }) => reports.has(report)))) return false

  const { corroborator } = links
  const readings = [...links.readings.values()]
  const reviewed = applyReviews(readings, decided.reviews)
  for (const reading of reviewed.readings) {
    if (!reports.has(reading.report.id)) continue
    if (!corroborator.replace(reading)) return false
  }
  const incidents = [...corroborator.changed()].map((incident) => reviewed.inRecord(incident))
  const history = historyOf(decided.entries, locatorIn(claimsOf(readings), reviewed))
  const claims = incidents.flatMap((incident): readonly ClaimReference[] => [...incident.claims, ...incident.recalls])
  await removeIncidentsOf(sql, claims, [...reports])
  await writeIncidents(
    sql,
    incidents.map((incident) => incidentRowOf(incident, reviewed, history, tools)),
  )
  return true
}

/** The reports of which a claim was reviewed. */
function reviewedSince({ entries }: Decided, from: EntryIndex): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ index, entry }) => (entry.kind === 'review' && index >= from ? [entry.body.report] : [])),
  )
}
