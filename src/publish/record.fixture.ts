import type { CaseRecord, Claim, Incident, Reading } from '../model/index.ts'
import { ACTS } from '../model/index.ts'
import { OPEN_RULES, type BulletinInput, type BulletinScope, type CaseFacts, type DescribedIncident } from './rules.ts'

/** The scope of a day. */
export const SCOPE: BulletinScope = {
  id: '2020-03-16',
  from: '2020-03-16',
  to: '2020-03-16',
  cutOff: { day: '2020-03-16', time: '19:30', zone: 'Asia/Damascus', instant: '2020-03-16T17:30:00.000Z' },
  supersedes: null,
}

/** A case that withholds nothing. */
export const FACTS: CaseFacts = {
  id: 'test',
  name: 'Test case',
  language: 'en',
  nameOf: (actor) => (actor === 'ru' ? 'Russia' : actor === 'tr' ? 'Turkey' : actor),
  sideOf: (actor) => (actor === 'ru' || actor === 'tr' ? actor : null),
  placeNames: () => null,
  publication: OPEN_RULES,
  images: [],
}

/** What to say in a report made for a test. */
export interface Told {
  readonly id: string
  readonly act?: Incident['act']
  readonly words?: string
  readonly speaker?: string
  readonly place?: Incident['place']
  readonly published?: string
  readonly title?: string
}

/** A record of reports with one claim and one incident each. */
export function recordOf(told: readonly Told[]): BulletinInput {
  const readings = new Map(told.map((one) => [`report-${one.id}`, readingOf(one)]))
  const incidents = told.map(incidentOf)
  const record: CaseRecord = {
    asOf: null,
    readings,
    abstracts: new Set(),
    incidents,
    decisions: [],
    patrols: [],
    coverage: [],
    undatedLeftOut: 0,
  }
  return { record, incidents, agreement: null, findings: [], roads: [], earlier: [] }
}

/** A record of so many incidents, the same in every run. */
export function recordOfMany(count: number): BulletinInput {
  return recordOf(
    Array.from({ length: count }, (_, i) => ({
      id: String(i).padStart(6, '0'),
      act: ACTS[i % ACTS.length] ?? 'shelling',
      words: `event ${i} was told of`,
      speaker: i % 3 === 0 ? 'ru' : i % 3 === 1 ? 'tr' : `witness ${i % 50}`,
      place: {
        name: `Village ${i % 700}`,
        lat: 35 + (i % 97) / 97,
        lon: 36 + (i % 89) / 89,
        radiusMetres: 1500,
        source: `case:village-${i % 700}`,
      },
    })),
  )
}

function readingOf({
  id,
  words = 'it was told of',
  speaker = 'ru',
  published = '2020-03-16',
  title = 'A report',
  ...told
}: Told): Reading {
  const text = words
  const span = { text: words, start: 0, end: words.length }
  const named = { text: speaker, start: 0, end: 0, kind: 'named' as const, actor: speaker }
  const claim: Claim = {
    act: told.act ?? 'shelling',
    modality: 'asserted',
    quote: span,
    statement: 0,
    speaker: named,
    via: null,
    actor: null,
    target: null,
    place: null,
    time: null,
    harm: null,
    rule: 'test',
    confidence: 1,
  }
  return {
    report: {
      id: `report-${id}`,
      text,
      title,
      outlet: 'Line',
      url: 'https://line.example/a',
      published,
      language: 'en',
      dropped: [],
      body: [],
    },
    statements: [{ content: [span], speaker: named, cue: null, via: null, manner: 'indirect' }],
    places: [],
    times: [],
    claims: [claim],
  }
}

function incidentOf({
  id,
  act = 'shelling',
  words = 'it was told of',
  speaker = 'ru',
  place = null,
}: Told): DescribedIncident {
  const report = `report-${id}`
  const incident: Incident = {
    id: `i${id}`,
    act,
    time: { from: '2020-03-16', to: '2020-03-16', precision: 'day' },
    place,
    claims: [{ report, claim: 0 }],
    recalls: [],
    origins: [{ speaker, statement: words, reports: [report] }],
    independentOrigins: 1,
    contradictions: [],
  }
  return {
    incident,
    validity: 'alleged',
    responsibility: 'undetermined',
    zones: [],
    road: null,
    chainageKm: null,
    killed: null,
    injured: null,
    actors: [],
    targets: [],
  }
}
