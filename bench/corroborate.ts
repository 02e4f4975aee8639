/**
 * Corroborates a seeded archive of a long ceasefire, 100,000 and 1,000,000 claims, each in a process of its own: seconds, peak memory and the
 * exponent by which the time grows. A longer archive, not a denser war: some 600 claims a day over 2,000 villages.
 *
 *     node bench/corroborate.ts             both sizes
 *     node bench/corroborate.ts 100000      one size
 */
import { spawnSync } from 'node:child_process'
import { formatDay } from '../src/base/calendar.ts'
import { Corroborator, countWordRarity } from '../src/corroborate/index.ts'
import type { Act, Claim, Reading } from '../src/model/index.ts'
import { spreadOf } from './spread.ts'

const SIZES = [100_000, 1_000_000]
const CLAIMS_A_DAY = 600
const VILLAGES = 2000
const OUTLETS = 24
/** Words that the reports are filled with, a few of them common, most of them rare. */
const WORDS = 20_000
const SEED = 20_200_306
const FIRST_DAY = 18_000
/** Reports of which a claim is rejected afterwards. */
const REPLACED = 20
const ACTS: readonly Act[] = [
  'shelling',
  'armed-clash',
  'air-strike',
  'ied-mine',
  'troop-movement',
  'fortification',
  'overflight',
]
const SPEAKERS = [
  'the Defence Ministry of Veshna',
  'League spokeswoman Mara Ilsen',
  'the Joint Line Commission',
  'residents',
  null,
]
const NOWHERE = { text: '', start: 0, end: 0 }

interface Event {
  readonly day: number
  readonly village: number
  readonly act: Act
  readonly killed: number
}

const given = Number(process.argv[2])
if (given > 0) measure(given)
else compare()

/** Runs both sizes and prints by what power the processor's time grows, which what else runs on the machine disturbs least. */
function compare(): void {
  const seconds = SIZES.map((size) => {
    const run = spawnSync(process.execPath, ['--max-old-space-size=8192', import.meta.filename, String(size)], {
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(run.stderr)
    process.stdout.write(run.stdout)
    return Number(/([\d.]+) s of processor/.exec(run.stdout)?.[1])
  })
  const [small = 1, large = 1] = seconds
  const exponent = Math.log(large / small) / Math.log((SIZES[1] ?? 1) / (SIZES[0] ?? 1))
  console.log(`growth exponent ${exponent.toFixed(3)}`)
}

function measure(size: number): void {
  const readings = writeArchive(size)
  const before = process.memoryUsage().rss
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const corroborator = new Corroborator({ wordRarity: countWordRarity(readings) })
  corroborator.add(readings)
  let [incidents, origins, contradictions] = [0, 0, 0]
  for (const incident of corroborator.incidents()) {
    incidents++
    origins += incident.origins.length
    contradictions += incident.contradictions.length
  }
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const [peak, base] = [process.resourceUsage().maxRSS / 1024, before / 1024 / 1024]
  console.log(
    `${size} claims: ${seconds.toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of processor), peak ${peak.toFixed(0)} MB (${base.toFixed(0)} MB of it the readings), ` +
      `${readings.length} reports, ${incidents} incidents, ${origins} origins, ${contradictions} contradictions`,
  )
  replaceSome(corroborator, readings)
}

/** A person rejects the first claim of a report here and there: what is linked with it is linked anew. */
function replaceSome(corroborator: Corroborator, readings: readonly Reading[]): void {
  const milliseconds: number[] = []
  let changed = 0
  for (let i = 0; i < REPLACED; i++) {
    const reading = readings[Math.floor(((i + 0.5) * readings.length) / REPLACED)]
    if (!reading) continue
    const started = performance.now()
    const could = corroborator.replace({ ...reading, claims: reading.claims.slice(1) })
    if (!could) throw new Error(`${reading.report.id}: all must be linked anew`)
    changed += [...corroborator.changed()].length
    milliseconds.push(performance.now() - started)
  }
  const { min, median, max } = spreadOf(milliseconds)
  console.log(
    `a claim rejected: ${median.toFixed(1)} ms (${min.toFixed(1)} to ${max.toFixed(1)}), ${(changed / REPLACED).toFixed(1)} incidents described anew`,
  )
}

/** Readings with `size` claims in all: each day's events are told by one to four outlets, each outlet's day in reports of up to five claims. */
function writeArchive(size: number): readonly Reading[] {
  const random = createRandom(SEED)
  const readings: Reading[] = []
  let written = 0
  for (let day = FIRST_DAY; written < size; day++) {
    const desks = Array.from({ length: OUTLETS }, (): Event[] => [])
    for (let told = 0; told < CLAIMS_A_DAY && written < size;) {
      const event = happen(random, day)
      for (let copies = 1 + Math.floor(random() * 4); copies > 0 && written < size; copies--, told++, written++)
        desks[Math.floor(random() * OUTLETS)]?.push(event)
    }
    for (const [outlet, events] of desks.entries())
      for (let at = 0; at < events.length; at += 5)
        readings.push(report(random, day, outlet, at, events.slice(at, at + 5)))
  }
  return readings
}

function happen(random: () => number, day: number): Event {
  return {
    day,
    village: Math.floor(random() * VILLAGES),
    act: ACTS[Math.floor(random() * ACTS.length)] ?? 'shelling',
    killed: Math.floor(random() * 6),
  }
}

function report(random: () => number, day: number, outlet: number, part: number, events: readonly Event[]): Reading {
  const filler = (): string => Array.from({ length: 8 }, () => `word${Math.floor(WORDS * random() ** 3)}`).join(' ')
  const sentences = events.map(
    (event) => `${event.act} near Village${event.village}, ${event.killed} dead, ${filler()}`,
  )
  const text = sentences.join('. ')
  const published = formatDay(day + (random() < 0.3 ? 1 : 0))
  return {
    report: {
      id: `${day}-${outlet}-${part}`,
      text,
      title: sentences[0] ?? null,
      outlet: `Outlet ${outlet}`,
      url: null,
      published,
      language: 'en',
      dropped: [],
      body: [{ start: 0, end: text.length }],
    },
    statements: [],
    places: [],
    times: [],
    claims: events.map((event, index) => claim(random, event, sentences[index] ?? '', text)),
  }
}

function claim(random: () => number, event: Event, sentence: string, text: string): Claim {
  const start = text.indexOf(sentence)
  const quote = { text: sentence, start, end: start + sentence.length }
  const speaker = SPEAKERS[Math.floor(random() * SPEAKERS.length)] ?? null
  const date = formatDay(event.day)
  const noise = (): number => (random() - 0.5) / 50
  return {
    act: event.act,
    modality: random() < 0.05 ? 'denied' : 'asserted',
    quote,
    statement: null,
    speaker:
      speaker === null
        ? null
        : { text: speaker, start, end: start, kind: speaker === 'residents' ? 'unnamed' : 'named', actor: null },
    via: null,
    actor: null,
    target: null,
    place:
      random() < 0.15
        ? null
        : {
            ...NOWHERE,
            name: `Village${event.village}`,
            lat: 34 + (event.village % 50) / 15 + noise(),
            lon: 36 + Math.floor(event.village / 50) / 12 + noise(),
            radiusMetres: 2000,
            source: 'bench',
          },
    time: random() < 0.15 ? null : { ...NOWHERE, from: date, to: date, precision: 'day' },
    harm: event.killed === 0 ? null : { killed: { min: event.killed, max: event.killed }, injured: null },
    rule: 'bench',
    confidence: 1,
  }
}

/** Mulberry32 (T. Ettinger, public domain): the same archive on every machine. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
