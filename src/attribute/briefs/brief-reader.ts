import { contains, sharedLength, type Interval, type Span } from '../../base/span.ts'
import { intervalOf, type TokenRange, type Vocabulary, type Words } from '../../base/words/index.ts'
import type { ActorMention, Claim, PlaceMention, TimeMention } from '../../model/index.ts'
import { createClosedClass } from '../clauses/index.ts'
import { statementOver, type FoundStatement } from '../statements/index.ts'
import { eventOf, type BriefEvent } from './brief-event.ts'
import type { BriefLexicon } from './brief-lexicon.ts'
import { readScene, type BriefScene } from './brief-scene.ts'
import { beforeVoice, isHead, passageOf, quoteOf } from './brief-spans.ts'
import { describeClass } from './class-features.ts'
import { classChances, likeliestClass } from './classifier.ts'
import type { BriefModel } from './model-file.ts'
import { bestLabels, rolesOfLabels } from './tagger.ts'
import { describeTokens } from './token-features.ts'

/** A brief's words, tags mended, and what was found in them so far. */
export interface BriefSources {
  readonly words: Words
  readonly statements: readonly FoundStatement[]
  readonly places: readonly PlaceMention[]
  readonly times: readonly TimeMention[]
  /** Claims that frames have read. */
  readonly claims: readonly Claim[]
  /** The neutral id of whom some words name, null if the case knows none. */
  readonly actorOf: (words: string) => string | null
}

/** Completes the claims of a brief; on any longer page it answers the claims as they are. */
export type BriefReader = (sources: BriefSources) => readonly Claim[]

/** A page of more sentences or tokens is no brief: its acts are read by frames alone. */
const MOST_SENTENCES = 2
const MOST_TOKENS = 80

/** Confidence of a brief's claim before its class's chance is taken in: by how its act was come by. */
const CONFIDENCE: Readonly<Record<BriefEvent['by'], number>> = { words: 0.5, kind: 0.3, class: 0.2 }

/** Opens a noun group that belongs to somebody named before. */
const THEIRS = /^(?:its|his|her|their)\s/i

interface Roles {
  readonly actor: ActorMention | null
  readonly target: ActorMention | null
}

/** A reader over lexicon and weights; create it before any words are read, since its words enter the vocabulary. */
export function createBriefReader(lexicon: BriefLexicon, model: BriefModel, vocabulary: Vocabulary): BriefReader {
  const closed = createClosedClass(vocabulary)

  return (sources) => {
    const { words, claims } = sources
    if (!isBrief(words)) return claims
    const scenes = words.sentences.map((sentence) => readScene(words, sentence, lexicon, closed))
    if (claims.length > 0) return completed(claims, scenes, sources)
    for (const scene of scenes) {
      const claim = mainClaim(scene, sources)
      if (claim) return [claim]
    }
    return claims
  }

  /**
   * Claims of frames keep their acts. Who did it to whom is the tagger's: of the main claim of each sentence wherever it says so,
   * of the others where it names the same words better.
   */
  function completed(claims: readonly Claim[], scenes: readonly BriefScene[], sources: BriefSources): readonly Claim[] {
    const renewed = new Map<Claim, Roles>()
    for (const scene of scenes) {
      const around = intervalOf(scene.words, scene.sentence)
      const inside = claims.filter((claim) => contains(around, claim.quote))
      const main = mainOf(inside, scene)
      if (!main) continue
      const roles = rolesOf(scene, sources)
      for (const claim of inside) renewed.set(claim, claim === main ? keepTold(roles, claim) : sameNamed(roles, claim))
    }
    return claims.map((claim) => withRoles(claim, renewed.get(claim)))
  }

  function rolesOf(scene: BriefScene, { actorOf, statements }: BriefSources): Roles {
    const { actors, targets } = rolesOfLabels(bestLabels(model.tags, describeTokens(scene)))
    const mentionOf = (range: TokenRange | undefined): ActorMention | null => {
      const tagged = passageOf(scene, range)
      const span = tagged && beforeVoice(tagged, statements)
      return span && !isHead(span, statements) ? { ...span, id: actorOf(span.text) } : null
    }
    return { actor: mentionOf(actors[0]), target: mentionOf(targets[0]) }
  }

  function mainClaim(scene: BriefScene, sources: BriefSources): Claim | null {
    const chances = classChances(model.classes, describeClass(scene))
    const eventClass = likeliestClass(chances)
    const event = eventOf(scene, eventClass)
    if (!event) return null
    const roles = rolesOf(scene, sources)
    if (!roles.actor && !roles.target) return null
    return claimOf(scene, event, roles, chances[eventClass] ?? 0, sources)
  }
}

function isBrief({ count, sentences }: Words): boolean {
  return count > 0 && count <= MOST_TOKENS && sentences.length <= MOST_SENTENCES
}

/** The claim that the event's verb stands in, or else the surest. */
function mainOf(claims: readonly Claim[], { words, parsed, event }: BriefScene): Claim | null {
  const at = words.start[parsed.clauses[event]?.verb ?? -1] ?? -1
  const over = claims.filter(({ quote }) => quote.start <= at && at < quote.end)
  const asked = over.length === 0 ? claims : over
  return asked.reduce<Claim | null>((best, c) => (best && best.confidence >= c.confidence ? best : c), null)
}

/** "The ministry said its gunners had fired": who speaks does not act where somebody of theirs does. */
function keepTold(roles: Roles, claim: Claim): Roles {
  const { actor, speaker } = claim
  const speakerActs = roles.actor !== null && speaker !== null && sharedLength(roles.actor, speaker) > 0
  return speakerActs && actor && THEIRS.test(actor.text) ? { ...roles, actor } : roles
}

/** A claim with other roles where these say something; nobody does a thing to themselves, so that then its own stay. */
function withRoles(claim: Claim, roles: Roles | undefined): Claim {
  const actor = roles?.actor ?? claim.actor
  const target = roles?.target ?? claim.target
  return actor && target && sharedLength(actor, target) > 0 ? claim : { ...claim, actor, target }
}

/** The tagger's words where they name those that the claim names. */
function sameNamed(roles: Roles, claim: Claim): Roles {
  const same = (a: ActorMention | null, b: ActorMention | null) => (a && b && sharedLength(a, b) > 0 ? a : null)
  return { actor: same(roles.actor, claim.actor), target: same(roles.target, claim.target) }
}

function claimOf(
  scene: BriefScene,
  event: BriefEvent,
  roles: Roles,
  chance: number,
  sources: BriefSources,
): Claim | null {
  const { words, sentence } = scene
  const at = words.start[event.token] ?? 0
  const index = statementOver(sources.statements, { start: at, end: words.end[event.token] ?? at })
  const statement = sources.statements[index] ?? null
  const quote = quoteOf(scene, event, statement)
  if (quote.text === '') return null
  const around = intervalOf(words, sentence)
  return {
    act: event.act,
    modality: event.modality,
    quote,
    statement: statement ? index : null,
    speaker: statement?.speaker ?? null,
    via: statement?.via ?? null,
    ...roles,
    place: placeIn(around, roles, sources),
    time: sources.times.find((time) => time.from !== null && contains(around, time)) ?? null,
    harm: null,
    rule: `model:brief/${event.by}`,
    confidence: Math.round(100 * CONFIDENCE[event.by] * chance) / 100,
  }
}

/** The first place of the sentence that is no part of a name of who acts or suffers. */
function placeIn(around: Interval, { actor, target }: Roles, { places }: BriefSources): PlaceMention | null {
  const taken: readonly (Span | null)[] = [actor, target]
  return places.find((place) => contains(around, place) && !taken.some((t) => t && contains(t, place))) ?? null
}
