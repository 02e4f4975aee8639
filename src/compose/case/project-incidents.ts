import { Corroborator, countWordRarity } from '../../corroborate/index.ts'
import type { Incident, Reading } from '../../model/index.ts'
import type { Sql } from '../../store/index.ts'
import {
  clearIncidents,
  readProjectionState,
  readReadings,
  writeIncidents,
  writeProjectionState,
  type Bearings,
  type IncidentRow,
} from '../../store/projections/index.ts'
import { claimsOf, findAnchored } from './claim-anchors.ts'
import { readDecided, type Decided } from './decided.ts'
import { historyOf, locatorIn, standingOf, type StepHistory } from './incident-history.ts'
import { projectSteps } from './project-steps.ts'
import { applyReviews, type ReviewedReadings } from './reviews.ts'
import type { CaseTools } from './tools.ts'

const NOWHERE: Bearings = { zones: [], road: null }

/** Incidents written at a time. */
const INCIDENTS_A_BATCH = 1000

/**
 * Brings the incidents up to the readings and to what people decided. Where only steps of verification came in, only the incidents that
 * they bear on are written; else all are computed anew, which takes time near-linear in the claims, and memory for all readings.
 * Call it in a transaction, after `projectReadings`.
 *
 * @param before an instant; decisions recorded at it or later do not count (Default: all count)
 */
export async function projectIncidents(sql: Sql, tools: CaseTools, before?: string): Promise<void> {
  const state = await readProjectionState(sql)
  if (state.incidentsSize === state.readingsSize) return
  if (!(await projectSteps(sql, state.incidentsSize))) await computeAnew(sql, tools, before)
  await writeProjectionState(sql, { ...state, incidentsSize: state.readingsSize })
}

async function computeAnew(sql: Sql, tools: CaseTools, before?: string): Promise<void> {
  const decided = await readDecided(sql, before)
  const readings: Reading[] = []
  for await (const reading of readReadings(sql)) readings.push(reading)
  const reviewed = applyReviews(readings, decided.reviews)
  const history = historyOf(decided.entries, locatorIn(claimsOf(readings), reviewed))
  await clearIncidents(sql)
  let batch: IncidentRow[] = []
  for (const incident of linked(readings, reviewed, decided)) {
    if (batch.push(rowOf(incident, reviewed, history, tools)) < INCIDENTS_A_BATCH) continue
    await writeIncidents(sql, batch)
    batch = []
  }
  await writeIncidents(sql, batch)
}

function* linked(readings: readonly Reading[], reviewed: ReviewedReadings, { links }: Decided): Generator<Incident> {
  const claims = claimsOf(readings)
  const linkDecisions = links.map(({ decision, claims: anchors }) => {
    const standing = anchors.flatMap((anchor) => findAnchored(claims, anchor) ?? [])
    return { decision, claims: standing.flatMap((claim) => reviewed.reviewed(claim) ?? []) }
  })
  const corroborator = new Corroborator({ wordRarity: countWordRarity(reviewed.readings), linkDecisions })
  corroborator.add(reviewed.readings)
  for (const incident of corroborator.incidents()) yield reviewed.inRecord(incident)
}

function rowOf(incident: Incident, reviewed: ReviewedReadings, history: StepHistory, tools: CaseTools): IncidentRow {
  const bearings = tools.bearingsOf?.(incident) ?? NOWHERE
  return { incident, actors: actorsOf(incident, reviewed), ...standingOf(history, incident), bearings }
}

function actorsOf(incident: Incident, reviewed: ReviewedReadings): readonly string[] {
  return incident.claims.flatMap((claim) => {
    const actor = reviewed.claimAt(claim)?.actor
    return actor ? [actor.id ?? actor.text.toLowerCase()] : []
  })
}
