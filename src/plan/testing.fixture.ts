import type { AdjudicatedIncident, CaseRecord, Claim, Incident, Patrol, Reading, Road } from '../model/index.ts'

/** A straight road of 60 km along the 36th parallel, with a place to turn every 10 km. */
export const ROAD: Road = {
  id: 'r1',
  name: 'R1',
  source: 'made up',
  points: Array.from({ length: 7 }, (_, i) => ({ lat: 36, lon: 36 + i * 0.11119, km: i * 10 })),
  turningPlaces: Array.from({ length: 7 }, (_, i) => ({
    id: `turn-${i}`,
    name: `Turn ${i}`,
    km: i * 10,
    source: 'made up',
  })),
  junctions: [],
}

/** What a test tells of a report: one claim. */
export interface Told {
  readonly report: string
  readonly act: Claim['act']
  readonly km?: number
  /** Kilometres north of the road. (Default: 0) */
  readonly north?: number
  readonly published: string
  readonly modality?: Claim['modality']
  readonly quote?: string
}

/** A record of one claim a report and one incident a claim. */
export function recordOf(told: readonly Told[], patrols: readonly Patrol[] = []): CaseRecord {
  const readings = told.map(readingOf)
  return {
    asOf: null,
    readings: new Map(readings.map((reading) => [reading.report.id, reading])),
    abstracts: new Set(),
    incidents: readings.map(incidentOf),
    decisions: [],
    patrols,
    coverage: [],
    undatedLeftOut: 0,
  }
}

function readingOf({
  report,
  act,
  km,
  north = 0,
  published,
  modality = 'asserted',
  quote = 'so it was',
}: Told): Reading {
  const place =
    km === undefined
      ? null
      : {
          text: 'there',
          start: 0,
          end: 5,
          name: `Place ${km}`,
          lat: 36 + north / 111.195,
          lon: 36 + km * 0.011119,
          radiusMetres: 1000,
          source: `case:p${km}-${north}`,
        }
  const claim: Claim = {
    act,
    modality,
    quote: { text: quote, start: 0, end: quote.length },
    statement: null,
    speaker: null,
    via: null,
    actor: null,
    target: null,
    place,
    time: null,
    harm: null,
    rule: 'test',
    confidence: 1,
  }
  return {
    report: {
      id: report,
      text: quote,
      title: null,
      outlet: report,
      url: null,
      published,
      language: 'en',
      dropped: [],
      body: [],
    },
    statements: [],
    places: place ? [place] : [],
    times: [],
    claims: [claim],
  }
}

function incidentOf({ report, claims }: Reading): AdjudicatedIncident {
  const [claim] = claims
  const incident: Incident = {
    id: `i-${report.id}`,
    act: claim?.act ?? 'presence',
    time: null,
    place: claim?.place?.name ? claim.place : null,
    claims: [{ report: report.id, claim: 0 }],
    recalls: [],
    origins: [{ speaker: report.id, statement: report.text, reports: [report.id] }],
    independentOrigins: 1,
    contradictions: [],
  }
  return { incident, validity: 'alleged', responsibility: 'undetermined', zones: [], road: null, chainageKm: null }
}
