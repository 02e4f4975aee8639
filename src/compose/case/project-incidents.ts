import { followSteps, type Adjudication, type Step } from '../../adjudicate/index.ts'
import { Corroborator, countWordRarity } from '../../corroborate/index.ts'
import type { ClaimReference, Entry, EntryOf, EntryKind, Incident, LinkDecision, Reading } from '../../model/index.ts'
import { readEntriesOfKinds, type IndexedEntry, type Sql } from '../../store/index.ts'
import {
  clearIncidents,
  readProjectionState,
  readReadings,
  writeIncidents,
  writeProjectionState,
  type Bearings,
  type IncidentRow,
} from '../../store/projections/index.ts'
import { historyOf, type StepHistory } from './incident-history.ts'
import { applyReviews, type ReviewedReadings } from './reviews.ts'
import type { CaseTools } from './tools.ts'

const NOWHERE: Bearings = { zones: [], road: null }

const BY_PEOPLE = ['review', 'link-decision', 'verification-step', 'supersedes'] as const

/** Incidents written at a time. */
const INCIDENTS_A_BATCH = 1000

/**
 * Computes the incidents anew from all readings and what people decided, and writes them. Does nothing where they are up to date.
 * Call it in a transaction, after `projectReadings`. Takes time near-linear in the claims, and memory for all readings.
 *
 * @param before an instant; decisions recorded at it or later do not count (Default: all count)
 */
export async function projectIncidents(sql: Sql, tools: CaseTools, before?: string): Promise<void> {
  const state = await readProjectionState(sql)
  if (state.incidentsSize === state.readingsSize) return
  const decided = inForce(await readEntriesOfKinds(sql, BY_PEOPLE, before))
  const readings: Reading[] = []
  for await (const reading of readReadings(sql)) readings.push(reading)
  const reviewed = applyReviews(readings, bodiesOf(decided, 'review'))
  const history = historyOf(decided)
  await clearIncidents(sql)
  const claims = new Map(readings.map((reading) => [reading.report.id, reading.claims]))
  const actorsOf = (incident: Incident): readonly string[] => incident.claims.flatMap((claim) => actorOf(claims, claim))
  let batch: IncidentRow[] = []
  for (const incident of linked(reviewed, bodiesOf(decided, 'link-decision'))) {
    if (batch.push(rowOf(incident, actorsOf(incident), history, tools)) < INCIDENTS_A_BATCH) continue
    await writeIncidents(sql, batch)
    batch = []
  }
  await writeIncidents(sql, batch)
  await writeProjectionState(sql, { ...state, incidentsSize: state.readingsSize })
}

function* linked(reviewed: ReviewedReadings, decisions: readonly LinkDecision[]): Generator<Incident> {
  const linkDecisions = decisions.map(({ decision, claims }) => {
    return { decision, claims: claims.flatMap((claim) => reviewed.reviewed(claim) ?? []) }
  })
  const corroborator = new Corroborator({ wordRarity: countWordRarity(reviewed.readings), linkDecisions })
  corroborator.add(reviewed.readings)
  for (const incident of corroborator.incidents()) yield reviewed.inRecord(incident)
}

function rowOf(incident: Incident, actors: readonly string[], history: StepHistory, tools: CaseTools): IncidentRow {
  const steps: readonly Step[] = history.of(incident)
  const { validity, responsibility }: Adjudication = followSteps(steps)
  const bearings = tools.bearingsOf?.(incident) ?? NOWHERE
  return { incident, actors, validity: validity.state, responsibility: responsibility.state, bearings }
}

function actorOf(claims: ReadonlyMap<string, Reading['claims']>, { report, claim }: ClaimReference): readonly string[] {
  const actor = claims.get(report)?.[claim]?.actor
  return actor ? [actor.id ?? actor.text.toLowerCase()] : []
}

/** Entries that no later one replaced or withdrew. */
function inForce(entries: readonly IndexedEntry[]): readonly Entry[] {
  const gone = new Set(entries.flatMap(({ entry }) => (entry.kind === 'supersedes' ? entry.body.entry : [])))
  return entries.filter(({ index }) => !gone.has(index)).map(({ entry }) => entry)
}

function bodiesOf<K extends EntryKind>(entries: readonly Entry[], kind: K): readonly EntryOf<K>['body'][] {
  return entries.filter((entry): entry is EntryOf<K> & Entry => entry.kind === kind).map(({ body }) => body)
}
