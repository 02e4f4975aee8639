import { Corroborator, countWordRarity } from '../../corroborate/index.ts'
import type { EntryIndex, Reading } from '../../model/index.ts'
import type { Sql } from '../../store/index.ts'
import {
  clearIncidents,
  readProjectionState,
  readReadings,
  writeIncidents,
  writeProjectionState,
  type IncidentRow,
} from '../../store/projections/index.ts'
import { claimsOf, findAnchored } from './claim-anchors.ts'
import { readDecided, type Decided } from './decided.ts'
import { historyOf, locatorIn } from './incident-history.ts'
import { incidentRowOf } from './incident-row.ts'
import { keepLinks, takeLinks, type KeptLinks } from './kept-links.ts'
import { projectSteps } from './project-steps.ts'
import { relink } from './relink.ts'
import { applyReviews, type ReviewedReadings } from './reviews.ts'
import type { CaseTools } from './tools.ts'

/** Incidents written at a time. */
const INCIDENTS_A_BATCH = 1000

/**
 * Brings the incidents up to the readings and to what people decided. Where only steps of verification or confirmations came in, only the
 * incidents that they bear on are written; where other reviews did, only their neighbourhood is linked anew, if the links are at hand from
 * before; else all are computed anew, which takes time near-linear in the claims, and memory for all readings.
 * Call it in a transaction, after `projectReadings`.
 *
 * @param before an instant; decisions recorded at it or later do not count (Default: all count)
 */
export async function projectIncidents(sql: Sql, tools: CaseTools, before?: string): Promise<void> {
  const state = await readProjectionState(sql)
  const [from, size] = [state.incidentsSize, state.readingsSize]
  if (from === size) return
  if (before !== undefined) {
    if (!(await projectSteps(sql, from))) await computeAnew(sql, tools, before)
  } else {
    const links = await bringUpLinks(sql, tools, from)
    if (links) await keepLinks(sql, tools, size, links)
  }
  await writeProjectionState(sql, { ...state, incidentsSize: size })
}

/** Answers the links as they are then; null where they are as they were but not at hand. */
async function bringUpLinks(sql: Sql, tools: CaseTools, from: EntryIndex): Promise<KeptLinks | null> {
  const links = await takeLinks(sql, tools, from)
  if (await projectSteps(sql, from)) return links
  return links && (await relink(sql, tools, links, from)) ? links : computeAnew(sql, tools)
}

async function computeAnew(sql: Sql, tools: CaseTools, before?: string): Promise<KeptLinks> {
  const decided = await readDecided(sql, before)
  const readings: Reading[] = []
  for await (const reading of readReadings(sql)) readings.push(reading)
  const reviewed = applyReviews(readings, decided.reviews)
  const history = historyOf(decided.entries, locatorIn(claimsOf(readings), reviewed))
  await clearIncidents(sql)
  let batch: IncidentRow[] = []
  const corroborator = linked(readings, reviewed, decided)
  for (const found of corroborator.incidents()) {
    const incident = reviewed.inRecord(found)
    if (batch.push(incidentRowOf(incident, reviewed, history, tools)) < INCIDENTS_A_BATCH) continue
    await writeIncidents(sql, batch)
    batch = []
  }
  await writeIncidents(sql, batch)
  return { corroborator, readings: new Map(readings.map((reading) => [reading.report.id, reading])) }
}

function linked(readings: readonly Reading[], reviewed: ReviewedReadings, { links }: Decided): Corroborator {
  const claims = claimsOf(readings)
  const linkDecisions = links.map(({ decision, claims: anchors }) => {
    const standing = anchors.flatMap((anchor) => findAnchored(claims, anchor) ?? [])
    return { decision, claims: standing.flatMap((claim) => reviewed.reviewed(claim) ?? []) }
  })
  const corroborator = new Corroborator({ wordRarity: countWordRarity(reviewed.readings), linkDecisions })
  corroborator.add(reviewed.readings)
  return corroborator
}
