import { createWordReader, type TaggerModel, type Vocabulary, type Words } from '../base/words/index.ts'
import type { Claim, PlaceMention, Report, Speaker, Statement, TimeMention } from '../model/index.ts'
import {
  createActorResolver,
  createSpeakerResolvers,
  type ActorRegister,
  type SpeakerResolver,
} from './actors/index.ts'
import { createBriefReader, type BriefLexicon, type BriefModel } from './briefs/index.ts'
import { mendTags } from './clauses/index.ts'
import { createClaimFinder, type ActLexicon } from './claims/index.ts'
import { createHeadlineReader } from './headline/index.ts'
import { createPlaceFinder, type PlaceData } from './places/index.ts'
import {
  createStatementFinder,
  type AttributionModel,
  type CueLexicon,
  type FoundStatement,
} from './statements/index.ts'
import { createTimeFinder, type TimeLexicon } from './times/index.ts'

/** All that attribution goes by; every part is data read by the composition root. */
export interface AttributionRules {
  readonly vocabulary: Vocabulary
  readonly tagger: TaggerModel
  readonly acts: ActLexicon
  readonly cues: CueLexicon
  readonly statements: AttributionModel
  readonly times: TimeLexicon
  readonly places: PlaceData
  readonly actors: ActorRegister
  /** How reports of a sentence or two are read. */
  readonly briefs: { readonly lexicon: BriefLexicon; readonly model: BriefModel }
}

/** What a report says: who says what, where, when, and which acts that claims. */
export interface Attribution {
  readonly statements: readonly Statement[]
  readonly places: readonly PlaceMention[]
  readonly times: readonly TimeMention[]
  readonly claims: readonly Claim[]
}

/** Reads what reports say, each by itself; the answers stand in the order of the reports. Never throws on any report. */
export type Attributor = (reports: readonly Report[]) => readonly Attribution[]

/**
 * An attributor over the rules given. Make one and use it for many reports: it remembers spellings, never what reports say. Given
 * several at once it runs each stage over all of them before the next, which keeps a stage's tables in the processor's cache and is
 * a third faster; some dozens at once are enough for that.
 */
export function createAttributor(rules: AttributionRules): Attributor {
  const { vocabulary } = rules
  const findTimes = createTimeFinder(vocabulary, rules.times)
  const findClaims = createClaimFinder(rules.acts, vocabulary)
  const readBrief = createBriefReader(rules.briefs.lexicon, rules.briefs.model, vocabulary)
  const findPlaces = createPlaceFinder(rules.places)
  const actorOf = createActorResolver(rules.actors)
  const findStatements = createStatementFinder(rules.cues, rules.statements, speaksForItself(rules.actors, actorOf))
  const speakersOfPage = createSpeakerResolvers(actorOf, rules.actors)
  const readWords = createWordReader(rules.tagger, vocabulary)
  const readHeadline = createHeadlineReader(readWords, findClaims)

  const statementsOf = (words: Words, report: Report): readonly FoundStatement[] => {
    const speakerOf = speakersOfPage()
    return findStatements(words, report).map((s) => withActor(s, isSpeech(s) ? speakerOf : ({ text }) => actorOf(text)))
  }

  return (reports) => {
    const worded = reports.map((report) => ({ report, words: readWords(report.text, report.body) }))
    const stated = worded.map((page) => ({ ...page, statements: statementsOf(page.words, page.report) }))
    const placed = stated.map((page) => ({ ...page, places: findPlaces(page.words, page.report) }))
    const timed = placed.map((page) => ({ ...page, times: findTimes(page.words, page.report.published) }))
    return timed.map(({ report, words, statements, places, times }) => {
      const sources = { words: mendTags(words), statements, places, times, actorOf }
      const told = readBrief({ ...sources, claims: findClaims(sources) })
      const claims = readHeadline({ report, statements, places, times, claims: told })
      return { statements: statements.map(plainStatement), places, times, claims }
    })
  }
}

/** Whether a bare name is an actor's who may speak. A state's own name before a colon is as often the subject ("Syria: two killed"). */
function speaksForItself(actors: ActorRegister, actorOf: (words: string) => string | null): (name: string) => boolean {
  const states = new Set(actors.filter(({ kind }) => kind === 'state').map(({ id }) => id))
  return (name) => {
    const actor = actorOf(name)
    return actor !== null && !states.has(actor)
  }
}

/** Who decides or plans something is not thereby who speaks: "it" in the next sentence is not they. */
function isSpeech({ cueKind }: FoundStatement): boolean {
  return cueKind !== 'decide' && cueKind !== 'plan'
}

function withActor(statement: FoundStatement, speakerOf: SpeakerResolver): FoundStatement {
  const { speaker } = statement
  if (!speaker) return statement
  const named: Speaker = { ...speaker, actor: speakerOf(speaker) }
  return { ...statement, speaker: named }
}

function plainStatement({ content, speaker, cue, via, manner }: FoundStatement): Statement {
  return { content, speaker, cue, via, manner }
}
