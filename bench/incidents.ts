/**
 * Questions to a record of 3,000,000 incidents in PostgreSQL: a box and a week, a stretch of road and a month, a day and an act, asked through
 * `findIncidents` as doors ask; beside the same rows in a plain table with an index on each column, as one would make it without PostGIS.
 * Prints p50 and p95 over 200 questions of each kind, both sides taking turns.
 *
 *     node bench/incidents.ts [incidents] [questions]     (Default: 3000000 200; the server at TRUCELINE_TEST_POSTGRES)
 */
import { formatDay } from '../src/base/calendar.ts'
import { openStore, type Database, type Sql } from '../src/store/index.ts'
import { findIncidents, type IncidentFilter } from '../src/store/projections/index.ts'

const SERVER = process.env['TRUCELINE_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/test'
const SCHEMA = `bench_incidents_${process.pid}`
const [count = 3_000_000, questions = 200] = process.argv.slice(2).map(Number)
/** From 1 January 2016, six years: some 1,370 incidents a day, twice what the busiest ceasefire's observers counted. */
const FIRST_DAY = 16_801
const DAYS = 2_192
const [WEST, SOUTH, DEGREES] = [35, 33, 4]
const ROADS = ['m4', 'm5', 'm20']
const ROAD_KM = 120
const ACTS = [
  'shelling',
  'armed-clash',
  'air-strike',
  'ied-mine',
  'troop-movement',
  'fortification',
  'overflight',
  'presence',
  'abduction',
  'road-cut',
  'patrol-held',
  'threat',
]
const SEED = 20_200_306

interface Question {
  readonly filter: IncidentFilter
  /** The same of the plain table. */
  readonly plain: { readonly where: string; readonly values: readonly (string | number)[] }
}

async function run(): Promise<void> {
  const store = await openStore(`${SERVER}?schema=${SCHEMA}`, { create: true })
  if (!store.ok) throw new Error(store.failure.message)
  try {
    await fill(store.value)
    for (const [name, ask] of Object.entries(KINDS)) await compare(store.value, name, ask)
  } finally {
    await store.value.run(`drop schema ${SCHEMA} cascade`)
    await store.value.close()
  }
}

/** Rows are drawn by the server from a hash of their number, so that they are the same on every machine. */
async function fill(sql: Sql): Promise<void> {
  const started = performance.now()
  const draw = (salt: string) => `((hashtextextended(n::text || '${salt}', ${SEED}) & 2147483647) / 2147483648.0)`
  await sql.query(
    `insert into incident (id, act, first_day, last_day, time_precision, place, latitude, longitude, radius_metres, origins, contradictions,
       validity, responsibility, road, chainage_km, road_offset_metres, document)
     select lpad(to_hex(n), 16, '0'), ($1::text[])[1 + floor(${draw('act')} * ${ACTS.length})::int], day, day, 'day', 'Village ' || (n % 2000),
       ${SOUTH} + ${DEGREES} * ${draw('lat')}, ${WEST} + ${DEGREES} * ${draw('lon')}, 2000, 1 + n % 3, n % 2, 'alleged', 'undetermined',
       case when near then ($2::text[])[1 + floor(${draw('road')} * ${ROADS.length})::int] end, case when near then ${ROAD_KM} * ${draw('km')} end,
       case when near then 1000 end, '{"id":"' || lpad(to_hex(n), 16, '0') || '","statement":"' || repeat('words of a report ', 12) || '"}'
     from (select n, (date '1970-01-01' + ${FIRST_DAY} + floor(${draw('day')} * ${DAYS})::int) as day, ${draw('near')} < 0.2 as near
       from generate_series(1, $3::bigint) as n) as drawn`,
    [ACTS, ROADS, count],
  )
  await sql.run(`
    create table plain as select id, act, first_day, last_day, latitude, longitude, road, chainage_km, document from incident;
    create index on plain (first_day); create index on plain (act); create index on plain (latitude); create index on plain (longitude);
    create index on plain (road); create index on plain (chainage_km);
    analyze incident; analyze plain`)
  const [size] = await sql.query<{ ours: string; plain: string }>(
    `select pg_size_pretty(pg_total_relation_size('incident')) as ours, pg_size_pretty(pg_total_relation_size('plain')) as plain`,
  )
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(
    `${count.toLocaleString('en')} incidents written in ${seconds} s; ${size?.ours} with indexes, plain table ${size?.plain}`,
  )
}

const KINDS: { readonly [name: string]: (random: () => number) => Question } = {
  'box of 0.3° and a week': (random) => {
    const [west, south] = [WEST + random() * (DEGREES - 0.3), SOUTH + random() * (DEGREES - 0.3)]
    const [from, to] = daysFrom(random, 7)
    return {
      filter: { box: [west, south, west + 0.3, south + 0.3], from, to },
      plain: {
        where:
          'longitude between $1 and $2 and latitude between $3 and $4 and last_day >= $5::text::date and first_day <= $6::text::date',
        values: [west, west + 0.3, south, south + 0.3, from, to],
      },
    }
  },
  '15 km of road and a month': (random) => {
    const road = ROADS[Math.floor(random() * ROADS.length)] ?? 'm4'
    const fromKm = random() * (ROAD_KM - 15)
    const [from, to] = daysFrom(random, 30)
    return {
      filter: { stretch: { road, fromKm, toKm: fromKm + 15 }, from, to },
      plain: {
        where:
          'road = $1 and chainage_km between $2 and $3 and last_day >= $4::text::date and first_day <= $5::text::date',
        values: [road, fromKm, fromKm + 15, from, to],
      },
    }
  },
  'a day and an act': (random) => {
    const act = ACTS[Math.floor(random() * ACTS.length)] ?? 'shelling'
    const [from] = daysFrom(random, 1)
    return {
      filter: { acts: [act], from, to: from },
      plain: {
        where: 'act = $1 and last_day >= $2::text::date and first_day <= $2::text::date',
        values: [act, from],
      },
    }
  },
}

async function compare(db: Database, name: string, ask: (random: () => number) => Question): Promise<void> {
  const random = createRandom(SEED)
  const [ours, plain]: [number[], number[]] = [[], []]
  let rows = 0
  for (let i = -10; i < questions; i++) {
    const question = ask(random)
    const first = performance.now()
    const found = await findIncidents(db, question.filter)
    const second = performance.now()
    const same = await db.query(
      `select id, document from plain where ${question.plain.where} order by first_day, id`,
      question.plain.values,
    )
    const third = performance.now()
    // PostGIS compares boxes in single precision: a point on the very border may be in one and not in the other.
    if (Math.abs(same.length - found.length) > 2)
      throw new Error(`${name}: ${found.length} rows against ${same.length}`)
    // The first ten warm both up.
    if (i < 0) continue
    rows += found.length
    ours.push(second - first)
    plain.push(third - second)
  }
  const told = (times: readonly number[]) => `p50 ${shareOf(times, 0.5)} ms, p95 ${shareOf(times, 0.95)} ms`
  console.log(`${name}: ${told(ours)}; plain table ${told(plain)}; ${(rows / questions).toFixed(0)} rows on average`)
}

function daysFrom(random: () => number, days: number): readonly [string, string] {
  const first = FIRST_DAY + Math.floor(random() * (DAYS - days))
  return [formatDay(first), formatDay(first + days - 1)]
}

function shareOf(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
}

/** Mulberry32 (T. Ettinger, public domain): the same questions on every machine. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

await run()
