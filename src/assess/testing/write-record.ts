import type { Span } from '../../base/span.ts'
import type {
  Act,
  AdjudicatedIncident,
  CaseRecord,
  Claim,
  Decision,
  Incident,
  Modality,
  Patrol,
  PlaceReference,
  Reading,
  TimeReference,
} from '../../model/index.ts'
import { parseAgreement } from '../files/parse-agreement.ts'
import type { AssessmentRules } from '../assessor.ts'
import { SAMPLE_AGREEMENT } from './sample-agreement.ts'

/** What a test says of a claim; what it leaves out is not told. */
export interface SampleClaim {
  readonly act: Act
  readonly modality?: Modality
  readonly actor?: string | null
  readonly target?: string
  readonly speaker?: string
  readonly quote?: string
  readonly confidence?: number
}

/** What a test says of an incident. */
export interface SampleIncident {
  readonly id: string
  readonly claims: readonly SampleClaim[]
  readonly on?: string | null
  readonly place?: PlaceReference | null
  readonly published?: string
  readonly validity?: AdjudicatedIncident['validity']
  readonly responsibility?: string
}

/** A place well inside the sample agreement's valley. */
export const IN_VALLEY: PlaceReference = {
  name: 'Millbridge',
  lat: 35.5,
  lon: 36.5,
  radiusMetres: 1000,
  source: 'case:millbridge',
}
/** A place far from it. */
export const FAR_AWAY: PlaceReference = {
  name: 'Farport',
  lat: 30,
  lon: 30,
  radiusMetres: 1000,
  source: 'case:farport',
}

/** Rules by the sample agreement, or by a text made of it. */
export function sampleRules(yaml = SAMPLE_AGREEMENT): AssessmentRules {
  const agreement = parseAgreement(yaml, 'sample')
  if (!agreement.ok) throw new Error(agreement.failure[0]?.message)
  const actors = [
    { id: 'north', name: 'North', kind: 'state', side: 'north' },
    { id: 'south', name: 'South', kind: 'state', side: 'south' },
    { id: 'north-army', name: 'Army of the North', kind: 'force', side: 'north' },
    { id: 'south-ministry', name: 'Ministry of the South', kind: 'ministry', side: 'south' },
    { id: 'league', name: 'The League', kind: 'armed-group' },
    { id: 'mediator', name: 'The Mediator', kind: 'state' },
    { id: 'valley-news', name: 'Valley News', kind: 'agency' },
  ]
  return { agreement: agreement.value, actors, roads: [], places: new Map() }
}

/** A record of incidents, each told by a report of its own name. */
export function sampleRecord(incidents: readonly SampleIncident[], more: Partial<CaseRecord> = {}): CaseRecord {
  const readings = new Map(incidents.map((it) => [`report-${it.id}`, readingOf(it)] as const))
  return {
    asOf: null,
    readings,
    abstracts: new Set(),
    incidents: incidents.map(adjudicatedOf),
    decisions: [] as readonly Decision[],
    patrols: [] as readonly Patrol[],
    coverage: [],
    undatedLeftOut: 0,
    ...more,
  }
}

function readingOf({ id, claims, on, place, published = '2027-04-01' }: SampleIncident): Reading {
  const time = timeOf(on)
  const report = {
    id: `report-${id}`,
    text: '',
    title: null,
    outlet: 'Valley News',
    url: null,
    published,
    language: 'en',
    dropped: [],
    body: [],
  }
  return {
    report,
    statements: [],
    places: [],
    times: [],
    claims: claims.map((claim) => claimOf(claim, time, place ?? null)),
  }
}

function claimOf(
  { act, modality = 'asserted', actor, target, speaker, quote = act, confidence = 0.8 }: SampleClaim,
  time: TimeReference | null,
  place: PlaceReference | null,
): Claim {
  const named = (id: string | null | undefined) => (id === undefined ? null : { ...spanOf(id ?? 'gunmen'), end: 1, id })
  return {
    act,
    modality,
    quote: spanOf(quote),
    statement: speaker === undefined ? null : 0,
    speaker: speaker === undefined ? null : { ...spanOf(speaker), kind: 'named', actor: speaker },
    via: null,
    actor: named(actor),
    target: named(target),
    place: place && { ...spanOf(place.name), ...place },
    time: time && { ...spanOf(time.from), ...time },
    harm: null,
    rule: 'test',
    confidence,
  }
}

function adjudicatedOf({
  id,
  claims,
  on,
  place,
  validity = 'alleged',
  responsibility = 'undetermined',
}: SampleIncident): AdjudicatedIncident {
  const speakers = claims.map(({ speaker }) => speaker ?? 'Valley News')
  const incident: Incident = {
    id,
    act: claims[0]?.act ?? 'shelling',
    time: timeOf(on),
    place: place === undefined ? IN_VALLEY : place,
    claims: claims.map((_, claim) => ({ report: `report-${id}`, claim })),
    recalls: [],
    origins: [...new Set(speakers)].map((speaker) => ({
      speaker,
      statement: `words of ${speaker}`,
      reports: [`report-${id}`],
    })),
    independentOrigins: new Set(speakers).size,
    contradictions: [],
  }
  return { incident, validity, responsibility, zones: [], road: null, chainageKm: null }
}

function timeOf(on: string | null | undefined): TimeReference | null {
  const day = on === undefined ? '2027-03-05' : on
  return day === null ? null : { from: day, to: day, precision: 'day' }
}

function spanOf(text: string): Span {
  return { text, start: 0, end: text.length }
}
