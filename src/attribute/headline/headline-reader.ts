import { contains, trimmedSpan, type Interval, type Span } from '../../base/span.ts'
import type { WordReader } from '../../base/words/index.ts'
import type { Claim, PlaceMention, Report, TimeMention } from '../../model/index.ts'
import { mendTags } from '../clauses/index.ts'
import type { ClaimFinder } from '../claims/index.ts'
import { statementOver, type FoundStatement } from '../statements/index.ts'
import { sharedWords } from './shared-words.ts'

/** A page as read so far. */
export interface HeadlineSources {
  readonly report: Report
  readonly statements: readonly FoundStatement[]
  readonly places: readonly PlaceMention[]
  readonly times: readonly TimeMention[]
  readonly claims: readonly Claim[]
}

/** The claims of a page, with what its headline tells of its body; on any longer page the claims as they are. */
export type HeadlineReader = (sources: HeadlineSources) => readonly Claim[]

/** A body longer than this, in characters, has room to tell its acts itself. */
const MOST_CHARACTERS = 450
/** Words that a passage must share with the headline to be what the headline is about. */
const LEAST_SHARED = 2
/** Places that reach farther are countries. */
const COUNTRY_METRES = 150_000
/** No more than this: the act is not told where it is quoted. */
const CONFIDENCE = 0.35

/** A reader that finds a headline's acts by the same frames as a body's. */
export function createHeadlineReader(readWords: WordReader, findClaims: ClaimFinder): HeadlineReader {
  return (sources) => {
    const { report, claims } = sources
    if (!report.title || lengthOf(report) > MOST_CHARACTERS) return claims
    const told = claims.filter((claim) => !claim.rule.startsWith('model:'))
    const act = mainAct(plainCase(report.title))
    if (!act || told.some((claim) => claim.act === act.act)) return claims
    const quote = passageOf(report, report.title)
    if (!quote || told.some((claim) => contains(claim.quote, quote) || contains(quote, claim.quote))) return claims
    return [...told, claimOf(act, quote, sources)].sort((a, b) => a.quote.start - b.quote.start)
  }

  function mainAct(title: string): Claim | null {
    const words = mendTags(readWords(title, [{ start: 0, end: title.length }]))
    const claims = findClaims({ words, statements: [], places: [], times: [], actorOf: () => null })
    return claims.reduce<Claim | null>(
      (best, claim) => (best && best.confidence >= claim.confidence ? best : claim),
      null,
    )
  }
}

function lengthOf({ body }: Report): number {
  return body.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** A headline in capitals throughout ("Turkish Soldier Killed In Idlib") in the case of a sentence, for the tagger's sake. */
function plainCase(title: string): string {
  const words = title.match(/\p{L}{4,}/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return capitals * 10 >= words.length * 7 ? title.toLowerCase() : title
}

/** The passage of the body, from stop to stop, that shares most words with the headline. */
function passageOf({ text, body }: Report, title: string): Span | null {
  let best: Span | null = null
  let most = LEAST_SHARED - 1
  for (const passage of body.flatMap((part) => passagesOf(text, part))) {
    const shared = sharedWords(passage.text, title)
    if (shared > most) [best, most] = [passage, shared]
  }
  return best
}

function passagesOf(text: string, { start, end }: Interval): Span[] {
  const stops = [...text.slice(start, end).matchAll(/[.;:!?](?=\s|$)/g)].map((stop) => start + stop.index)
  const edges = [start, ...stops.map((stop) => stop + 1), end]
  return edges
    .slice(1)
    .map((edge, at) => trimmedSpan(text, edges[at] ?? start, stops.includes(edge - 1) ? edge - 1 : edge))
    .filter((span) => span.text !== '')
}

function claimOf(act: Claim, quote: Span, { statements, places, times }: HeadlineSources): Claim {
  const index = statementOver(statements, quote)
  const statement = statements[index] ?? null
  return {
    ...act,
    quote,
    statement: statement ? index : null,
    speaker: statement?.speaker ?? null,
    via: statement?.via ?? null,
    actor: null,
    target: null,
    place: nearestPlace(places.filter((place) => contains(quote, place))),
    time: times.find((time) => time.from !== null && contains(quote, time)) ?? null,
    harm: null,
    rule: `headline:${act.rule}`,
    confidence: Math.min(CONFIDENCE, act.confidence),
  }
}

/** The smallest of some places; a country is none of an act ("three Russians were hurt"). */
function nearestPlace(places: readonly PlaceMention[]): PlaceMention | null {
  let nearest: PlaceMention | null = null
  for (const place of places) {
    const radius = place.radiusMetres ?? 0
    if (radius < COUNTRY_METRES && radius < (nearest?.radiusMetres ?? COUNTRY_METRES)) nearest = place
  }
  return nearest
}
