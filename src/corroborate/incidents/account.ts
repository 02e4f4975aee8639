import type {
  Act,
  ActorMention,
  Claim,
  Count,
  Harm,
  Modality,
  PlaceReference,
  TimeReference,
} from '../../model/index.ts'

/** What one origin says of an incident, field by field. */
export interface Account {
  readonly acts: readonly Act[]
  /** Those that it asserts. */
  readonly doneActs: readonly Act[]
  readonly modalities: readonly Modality[]
  /** The narrowest time it tells. */
  readonly time: TimeReference | null
  /** The most exact place it tells. */
  readonly place: PlaceReference | null
  /** Least and most it tells of dead and hurt, over all reports that carry it. */
  readonly harm: Harm
  readonly actors: readonly ActorMention[]
}

/** Sums up the claims of one origin. */
export function accountOf(claims: readonly Claim[]): Account {
  const places = claims.flatMap(({ place }) => (place === null || place.lat === null ? [] : placeOf(place)))
  const times = claims.flatMap(({ time }) => (time === null || time.from === null ? [] : timeOf(time)))
  return {
    acts: [...new Set(claims.map(({ act }) => act))],
    doneActs: [...new Set(claims.filter(({ modality }) => modality === 'asserted').map(({ act }) => act))],
    modalities: [...new Set(claims.map(({ modality }) => modality))],
    time: times.toSorted((a, b) => fineness(a) - fineness(b))[0] ?? null,
    place: places.toSorted((a, b) => a.radiusMetres - b.radiusMetres)[0] ?? null,
    harm: {
      killed: spanOf(claims.flatMap(({ harm }) => harm?.killed ?? [])),
      injured: spanOf(claims.flatMap(({ harm }) => harm?.injured ?? [])),
    },
    actors: claims.flatMap(({ actor }) => actor ?? []),
  }
}

const PRECISIONS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const

function fineness({ precision }: TimeReference): number {
  return PRECISIONS.indexOf(precision)
}

function placeOf({ name, lat, lon, radiusMetres, source }: PlaceReference): PlaceReference {
  return { name, lat, lon, radiusMetres, source }
}

function timeOf({ from, to, precision }: TimeReference): TimeReference {
  return { from, to, precision }
}

function spanOf(counts: readonly Count[]): Count | null {
  if (counts.length === 0) return null
  const most = counts.map(({ max }) => max)
  return {
    min: Math.min(...counts.map(({ min }) => min)),
    max: most.includes(null) ? null : Math.max(...most.map((max) => max ?? 0)),
  }
}
