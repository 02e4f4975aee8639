import { formatDay, parseDay, type PlainDate } from '../../base/calendar.ts'
import type { CaseRecord, Incident } from '../../model/index.ts'
import { readLogSize, type Sql } from '../../store/index.ts'
import { shadowProjections, writeIncidents, type IncidentRow } from '../../store/projections/index.ts'
import { recordOfStore } from '../record/index.ts'
import type { Desk } from './open-desk.ts'

/** The record as it was known at the end of a day (UTC). */
export interface KnownAt {
  readonly asOf: PlainDate
  /** recorded: it stood in the log by then. published: its report was out by then, whenever it was recorded. */
  readonly basis: 'recorded' | 'published'
}

/** A record as it was known, with its incidents as rows that can be asked for by a filter. */
export interface RecordThen {
  readonly record: CaseRecord
  readonly incidents: readonly IncidentRow[]
}

/** Days kept at a time: those that a shift compares. */
const MAX_KEPT = 6

const KEPT = new WeakMap<Desk, Map<string, Promise<RecordThen>>>()
/** One day is read at a time, whoever asks: each costs a rebuild of its part of the log. */
const LAST = new WeakMap<Desk, Promise<unknown>>()

/** The record of a desk's case as it was known; read once, until it can have changed. */
export async function recordAt(desk: Desk, at: KnownAt): Promise<RecordThen> {
  const kept = KEPT.get(desk) ?? new Map<string, Promise<RecordThen>>()
  KEPT.set(desk, kept)
  const key = `${at.basis} ${at.asOf} ${await stateOf(desk, at)}`
  const known = kept.get(key) ?? inTurn(desk, () => readThen(desk, at))
  // the last used goes to the end, the first is dropped
  kept.delete(key)
  kept.set(key, known)
  known.catch(() => kept.delete(key))
  for (const old of kept.keys()) if (kept.size > MAX_KEPT) kept.delete(old)
  return known
}

/**
 * Asks the incidents as they were known, or as they stand. Questions see temporary tables with the incidents of then; those about readings
 * find none there and are to go to the record.
 */
export async function askAt<T>(desk: Desk, at: KnownAt | null, ask: (sql: Sql) => Promise<T>): Promise<T> {
  if (!at) return ask(desk.open.store)
  const { incidents } = await recordAt(desk, at)
  return desk.open.store.transaction(async (sql) => {
    await shadowProjections(sql)
    await writeIncidents(sql, incidents)
    return ask(sql)
  })
}

/** The instant before which something was known at the end of a day. */
export function endOf({ asOf }: KnownAt): string {
  return `${formatDay((parseDay(asOf) ?? 0) + 1)}T00:00:00Z`
}

/** What was recorded by a day that is over stays so; all else can change with every entry. */
async function stateOf(desk: Desk, at: KnownAt): Promise<string> {
  const isOver = at.basis === 'recorded' && endOf(at) < desk.tools.now().slice(0, 10)
  return isOver ? 'over' : String(await readLogSize(desk.open.store))
}

function inTurn<T>(desk: Desk, work: () => Promise<T>): Promise<T> {
  const mine = (LAST.get(desk) ?? Promise.resolve()).then(work)
  LAST.set(
    desk,
    mine.catch(() => undefined),
  )
  return mine
}

async function readThen({ open, tools }: Desk, at: KnownAt): Promise<RecordThen> {
  const record = await recordOfStore(open, tools, at)
  const incidents = record.incidents.map(({ incident, validity, responsibility }): IncidentRow => {
    const bearings = tools.bearingsOf?.(incident) ?? { zones: [], road: null }
    return { incident, actors: actorsOf(incident, record), validity, proposed: null, responsibility, bearings }
  })
  return { record, incidents }
}

function actorsOf({ claims }: Incident, { readings }: CaseRecord): readonly string[] {
  return claims.flatMap(({ report, claim }) => {
    const actor = readings.get(report)?.claims[claim]?.actor
    return actor ? [actor.id ?? actor.text.toLowerCase()] : []
  })
}
