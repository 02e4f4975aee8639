/** The rules and the record that bench/assess.ts weighs: made up, and the same in every run. */
import type { AssessmentRules } from '../src/assess/index.ts'
import { formatDay } from '../src/base/calendar.ts'
import {
  ACTS,
  type Act,
  type AdjudicatedIncident,
  type CaseRecord,
  type Claim,
  type Obligation,
  type Reading,
  type Zone,
  type ZoneShape,
} from '../src/model/index.ts'

export const INCIDENTS = 100_000
export const OBLIGATIONS = 40
const VILLAGES = 2_000
const FIRST_DAY = 18_327
const DAYS = 900
const CORNERS = 32
const SEED = 20_200_305

/** The day on which deadlines stand. */
export const TODAY = formatDay(FIRST_DAY + DAYS)

let state = SEED
/** A number from 0 to below 1 (mulberry32). */
function chance(): number {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] ?? (list[0] as T)

const villages = Array.from({ length: VILLAGES }, (_, i) => {
  return {
    name: `village ${i}`,
    lat: 35 + chance() * 1.5,
    lon: 36 + chance() * 1.5,
    radiusMetres: 1500,
    source: `case:v${i}`,
  }
})
/** Forty obligations over twelve zones. */
export function makeRules(): AssessmentRules {
  const zones = Array.from({ length: 12 }, (_, i): Zone => {
    return {
      id: `z${i}`,
      name: `zone ${i}`,
      shape: shapeOf(i),
      uncertaintyMetres: 500,
      places: [],
      from: null,
      to: null,
      source: 'bench',
      confidence: 'high',
    }
  })
  const obligations = Array.from({ length: OBLIGATIONS }, (_, i) => obligationOf(i))
  const road = {
    id: 'm4',
    name: 'M4',
    points: Array.from({ length: 40 }, (_, i) => ({ lat: 35.6 + Math.sin(i / 3) / 20, lon: 36 + i / 30, km: i * 3 })),
    turningPlaces: [],
    junctions: [],
    source: 'bench',
  }
  const party = (actor: string) => ({ actor, accepted: null, source: 'bench' })
  const actor = (id: string, kind: string, side?: string) => ({ id, name: `Actor ${id}`, kind, side })
  return {
    agreement: {
      id: 'bench',
      title: 'Bench',
      signed: null,
      source: 'bench',
      timeZone: null,
      clockSlackMinutes: 60,
      sides: ['a', 'b'],
      parties: [party('a'), party('b')],
      guarantors: [{ actor: 'a', answersFor: ['g1'], source: 'bench', confidence: 'low' }],
      groups: [{ actor: 'g1', stance: 'refused', says: '', evidence: [], source: 'bench' }],
      joint: [],
      weapons: [],
      zones,
      clauses: [{ id: 'c1', title: 'One', says: '', standing: { kind: 'public-text' }, source: 'bench' }],
      obligations,
      amendments: [],
    },
    actors: [
      actor('a', 'state', 'a'),
      actor('b', 'state', 'b'),
      actor('a-forces', 'force', 'a'),
      actor('b-forces', 'force', 'b'),
      actor('g1', 'armed-group'),
      actor('obs', 'observer'),
    ],
    roads: [road],
    places: new Map(),
  }
}

function shapeOf(i: number): ZoneShape {
  const [lat, lon, size] = [35.2 + chance(), 36.2 + chance(), 0.2 + chance() * 0.6]
  if (i % 4 === 1) return { kind: 'road-corridor', road: 'm4', metres: 6000, between: [null, null] }
  if (i % 4 === 2) return { kind: 'side-of-road', road: 'm4', side: i % 8 === 2 ? 'north' : 'south', zone: `z${i - 1}` }
  if (i % 4 === 3)
    return {
      kind: 'line-corridor',
      metres: 25_000,
      line: Array.from({ length: CORNERS }, (_, k) => [36 + k / 20, lat + Math.sin(k) / 10]),
    }
  const ring = Array.from({ length: CORNERS }, (_, k) => {
    const angle = ((k % (CORNERS - 1)) / (CORNERS - 1)) * 2 * Math.PI
    return [lon + Math.cos(angle) * size, lat + Math.sin(angle) * size] as const
  })
  return { kind: 'polygon', rings: [ring] }
}

/** Three bans to one duty, of four to eight acts each. */
function obligationOf(i: number): Obligation {
  const acts = [...new Set(Array.from({ length: 4 + (i % 5) }, () => pick(ACTS)))]
  return {
    id: `o${i}`,
    clause: 'c1',
    title: `Obligation ${i}`,
    says: `Both sides do what obligation ${i} says.`,
    standing: { kind: 'public-text' },
    duty: i % 4 === 3 ? 'must' : 'must-not',
    bound: ['a', 'b'],
    acts,
    inPart: [],
    contrary: [],
    hinderedBy: [],
    towards: [],
    weapons: [],
    zone: i % 5 === 4 ? null : `z${i % 12}`,
    term: { from: formatDay(FIRST_DAY + (i % 60)), to: 'open' },
    due: null,
    dueAtLatest: null,
    everyDays: null,
    patrolsOn: null,
    exceptions: [],
    evidence: [],
    source: 'bench',
  }
}

/** A hundred thousand incidents of one to three claims each. */
export function makeRecord(): CaseRecord {
  const readings = new Map<string, Reading>()
  const incidents = Array.from({ length: INCIDENTS }, (_, i) => incidentOf(i, readings))
  return {
    asOf: null,
    readings,
    abstracts: new Set(),
    incidents,
    decisions: [],
    patrols: [],
    coverage: [],
    undatedLeftOut: 0,
  }
}

function incidentOf(i: number, readings: Map<string, Reading>): AdjudicatedIncident {
  const [act, village] = [pick(ACTS), pick(villages)]
  const day = formatDay(FIRST_DAY - 30 + Math.floor(chance() * DAYS))
  const time = { from: day, to: day, precision: 'day' as const }
  const count = 1 + Math.floor(chance() * 3)
  const references = Array.from({ length: count }, (_, k) => ({ report: `r${i}-${k}`, claim: 0 }))
  for (const { report } of references) {
    const claims = [claimOf(act, day, village)]
    readings.set(report, {
      report: {
        id: report,
        text: '',
        title: null,
        outlet: `Outlet ${i % 24}`,
        url: null,
        published: day,
        language: 'en',
        dropped: [],
        body: [],
      },
      statements: [],
      places: [],
      times: [],
      claims,
    })
  }
  const origins = references.map(({ report }, k) => ({
    speaker: k === 0 ? 'obs' : `speaker ${k}`,
    statement: `Shells fell near ${village.name}, the monitors said.`,
    reports: [report],
  }))
  const incident = {
    id: i.toString(16).padStart(16, '0'),
    act,
    time,
    place: village,
    claims: references,
    recalls: [],
    origins,
    independentOrigins: count,
    contradictions: [],
  }
  return { incident, validity: 'alleged', responsibility: 'undetermined', zones: [], road: null, chainageKm: null }
}

function claimOf(act: Act, day: string, village: (typeof villages)[number]): Claim {
  const id = pick(['a-forces', 'b-forces', 'g1', null])
  return {
    act,
    modality: 'asserted',
    quote: { text: `forces shelled ${village.name}`, start: 0, end: 24 },
    statement: null,
    speaker: null,
    via: null,
    actor: id === null ? null : { text: 'forces', start: 0, end: 6, id },
    target: null,
    place: { text: village.name, start: 15, end: 24, ...village },
    time: { text: day, start: 0, end: 0, from: day, to: day, precision: 'day' },
    harm: null,
    rule: 'bench',
    confidence: 0.8,
  }
}
