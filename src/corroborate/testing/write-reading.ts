import type { Act, Claim, Modality, PlaceMention, Reading, Speaker } from '../../model/index.ts'

/** What a test says of a claim; all else is not told. */
export interface ClaimSketch {
  readonly act?: Act
  readonly modality?: Modality
  readonly quote?: string
  /** Null or left out: the outlet itself says it. */
  readonly speaker?: string | null
  readonly via?: string
  readonly actor?: string
  readonly date?: string
  /** Latitude, longitude, radius in metres. */
  readonly at?: readonly [number, number, number]
  readonly killed?: number
}

/** What a test says of a report. */
export interface ReportSketch {
  readonly id: string
  readonly outlet?: string
  readonly published?: string | null
  readonly title?: string
  readonly claims: readonly ClaimSketch[]
}

/** Writes a report whose sentences are its claims, with the reading that it would have. */
export function writeReading({ id, outlet, published, title, claims: sketches }: ReportSketch): Reading {
  const sentences = sketches.map(
    (sketch) => `${sketch.quote ?? `${sketch.act ?? 'shelling'} was told`}, ${sketch.speaker ?? 'it is known'}.`,
  )
  const text = sentences.join('\n')
  const starts = sentences.map((_, at) => sentences.slice(0, at).join('\n').length + (at === 0 ? 0 : 1))
  const claims = sketches.map((sketch, at) => writeClaim(sketch, text, starts[at] ?? 0, at))
  return {
    report: {
      id,
      text,
      title: title ?? null,
      outlet: outlet ?? id,
      url: null,
      published: published === undefined ? '2027-04-12' : published,
      language: 'en',
      dropped: [],
      body: [{ start: 0, end: text.length }],
    },
    statements: claims.map(({ quote, speaker, via }) => ({
      content: [quote],
      speaker,
      cue: null,
      via,
      manner: speaker ? 'indirect' : 'own-voice',
    })),
    places: [],
    times: [],
    claims,
  }
}

function writeClaim(sketch: ClaimSketch, text: string, start: number, statement: number): Claim {
  const quote = sketch.quote ?? `${sketch.act ?? 'shelling'} was told`
  const span = (words: string) => ({
    text: words,
    start: text.indexOf(words, start),
    end: text.indexOf(words, start) + words.length,
  })
  return {
    act: sketch.act ?? 'shelling',
    modality: sketch.modality ?? 'asserted',
    quote: span(quote),
    statement,
    speaker: sketch.speaker ? { ...span(sketch.speaker), kind: kindOf(sketch.speaker), actor: null } : null,
    via: sketch.via ? span(sketch.via) : null,
    actor: sketch.actor ? { ...span(sketch.actor), id: null } : null,
    target: null,
    place: sketch.at ? placeOf(sketch.at) : null,
    time: sketch.date ? { text: '', start, end: start, from: sketch.date, to: sketch.date, precision: 'day' } : null,
    harm: sketch.killed === undefined ? null : { killed: { min: sketch.killed, max: sketch.killed }, injured: null },
    rule: 'test',
    confidence: 1,
  }
}

function kindOf(speaker: string): Speaker['kind'] {
  if (/^(?:it|he|she|they)$/i.test(speaker)) return 'pronoun'
  return /residents|sources/.test(speaker) ? 'unnamed' : 'named'
}

function placeOf([lat, lon, radiusMetres]: readonly [number, number, number]): PlaceMention {
  return { text: 'there', start: 0, end: 0, name: `${lat},${lon}`, lat, lon, radiusMetres, source: 'case:test' }
}

/** Two villages of no country. */
export const DOLMIR = [35.2, 36.4, 1500] as const
export const BETRIN = [35.6, 36.9, 1500] as const
export const MINISTRY = 'the Kerovian Ministry of Defence'

/** The event that most tests are about. */
export function shellingOfDolmir(more: Partial<ClaimSketch>): ClaimSketch {
  return {
    act: 'shelling',
    quote: 'mortar rounds struck the market street of Dolmir',
    date: '2027-04-11',
    at: DOLMIR,
    ...more,
  }
}
