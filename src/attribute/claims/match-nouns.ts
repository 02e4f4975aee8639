import { elementAt } from '../../base/element-at.ts'
import type { TokenRange } from '../../base/words/index.ts'
import { TAG } from '../../base/words/index.ts'
import { extendNoun, type Chunk, type Clause } from '../clauses/index.ts'
import { SUPPORT, type Frame } from './act-table.ts'
import { extentOf } from './extent.ts'
import type { ActMatch } from './match.ts'
import { modifierIn, prepositionsOf } from './roles.ts'
import { doerOf, holdsClass, pageHolds, sufferOf, type Scene } from './scene.ts'

const BACKGROUND = new Set([
  'after',
  'since',
  'following',
  'before',
  'until',
  'despite',
  'during',
  'amid',
  'under',
  'than',
  'without',
  'like',
])
const OWN_ROLES = new Set(['by', 'against', 'on', 'between', 'at', 'in', 'of', 'near', 'among'])

/**
 * The acts that the nouns of a sentence tell. A noun is news where a verb makes it happen, notes it or does it, or where it has an
 * actor, a target, a place or a count of its own; else it points back or is background, and is no claim.
 */
export function matchNouns(scene: Scene, taken: readonly ActMatch[]): readonly ActMatch[] {
  const matches: ActMatch[] = []
  let counted: ActMatch | null = null
  const { chunks } = scene.parsed
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun') continue
    const frames = scene.table.nounFrames[scene.words.form[chunk.head]?.id ?? 0]
    const match: ActMatch | null = frames
      ? matchNoun(scene, at, chunk, frames, taken)
      : partOf(scene, at, chunk, counted)
    if (!match) continue
    matches.push(match)
    if (frames) counted = hasNumber(scene, chunk) ? match : null
  }
  return matches
}

/** "fourteen violations, nine by the League": a bare number with its doer behind a counted act is a part of that count. */
function partOf(scene: Scene, at: number, chunk: Chunk, counted: ActMatch | null): ActMatch | null {
  if (!counted || scene.words.tag[chunk.head] !== TAG.NUM) return null
  const [by, doer] = [scene.parsed.chunks[at + 1], scene.parsed.chunks[at + 2]]
  if (by?.kind !== 'preposition' || scene.words.form[by.first]?.lower !== 'by' || doer?.kind !== 'noun') return null
  const actor = { first: doer.first, last: doer.last }
  return {
    frame: counted.frame,
    trigger: chunk.head,
    clause: null,
    actor,
    target: null,
    extent: { first: chunk.first, last: actor.last },
  }
}

function matchNoun(
  scene: Scene,
  at: number,
  chunk: Chunk,
  frames: readonly Frame[],
  taken: readonly ActMatch[],
): ActMatch | null {
  const whole = wholeNoun(scene, at)
  const clause = clauseAround(scene, chunk)
  const frame = frames.find((one) => fits(scene, chunk, whole, one, clause))
  if (!frame || taken.some((t) => covers(t, chunk))) return null
  if (frame.target === 'object' && clause && frame.bare) return usedAs(frame, chunk, clause, scene)
  const support = supportFor(scene, clause, chunk)
  if (!support && !frame.bare && !standsAlone(scene, at, chunk, frame)) return null
  const own = support !== 'none' && support !== null && clause !== null
  return {
    frame,
    trigger: chunk.head,
    clause: own ? clause : null,
    actor: actorOf(scene, at, chunk, frame, support === 'doing' ? clause : null),
    target: targetOf(scene, at, whole, frame),
    extent: own ? extentOf(scene, clause) : whole,
  }
}

/** "used civilians as a human shield": the clause around tells who does it to whom. */
function usedAs(frame: Frame, chunk: Chunk, clause: Clause, scene: Scene): ActMatch {
  const object = sufferOf(clause)
  const target = object && object.first <= chunk.first && chunk.last <= object.last ? null : object
  return { frame, trigger: chunk.head, clause, actor: doerOf(clause), target, extent: extentOf(scene, clause) }
}

/** An act whose verb has this noun as its object tells it already. */
function covers(taken: ActMatch, chunk: Chunk): boolean {
  const object = taken.clause?.object ?? null
  const subject = taken.clause?.subject ?? null
  const within = (range: TokenRange | null) => range !== null && range.first <= chunk.head && chunk.head < range.last
  return within(object) || within(subject)
}

function fits(scene: Scene, chunk: Chunk, whole: TokenRange, frame: Frame, clause: Clause | null): boolean {
  if (frame.partner && !hasPartner(scene, chunk, frame.partner)) return false
  if (frame.object && !holdsClass(scene, { first: chunk.head + 1, last: whole.last }, frame.object)) return false
  const wide = clause ? { first: Math.min(clause.first, whole.first), last: Math.max(clause.last, whole.last) } : whole
  if (frame.any && !holdsClass(scene, wide, frame.any)) return false
  if (frame.none && holdsClass(scene, wide, frame.none)) return false
  return !frame.page || pageHolds(scene, frame.page)
}

function hasPartner(scene: Scene, chunk: Chunk, partner: number): boolean {
  for (let i = chunk.head - 1; i >= Math.max(chunk.first, chunk.head - 3); i--) {
    if (scene.words.form[i]?.id === partner) return true
  }
  return false
}

/** The noun group with every prepositional phrase that follows it. */
function wholeNoun(scene: Scene, at: number): TokenRange {
  const { chunks } = scene.parsed
  let range = extendNoun(scene.words, chunks, at)
  let i = chunks.findIndex((c) => c.first >= range.last)
  while (i > 0 && chunks[i]?.kind === 'preposition' && chunks[i + 1]?.kind === 'noun') {
    range = { first: range.first, last: extendNoun(scene.words, chunks, i + 1).last }
    const end = range.last
    i = chunks.findIndex((c) => c.first >= end)
  }
  return range
}

function clauseAround(scene: Scene, chunk: Chunk): Clause | null {
  const holds = (c: Clause) =>
    inRange(c.object, chunk) || inRange(c.subject, chunk) || (c.first <= chunk.first && chunk.last <= c.last)
  return (
    scene.parsed.clauses.find((c) => inRange(c.object, chunk) || inRange(c.subject, chunk)) ??
    scene.parsed.clauses.find(holds) ??
    null
  )
}

function inRange(range: TokenRange | null, chunk: Chunk): boolean {
  return range !== null && range.first <= chunk.first && chunk.last <= range.last
}

type Support = 'doing' | 'happening' | 'noting' | null

function supportFor(scene: Scene, clause: Clause | null, chunk: Chunk): Support | 'none' {
  if (!clause) return null
  const bits = scene.table.supports[scene.words.form[clause.verb]?.id ?? 0] ?? 0
  const asObject = inRange(clause.object, chunk) && chunk.first === clause.object?.first
  const asSubject = inRange(clause.subject, chunk) && chunk.first === clause.subject?.first
  if (clause.passive && asSubject && bits & (SUPPORT.doing | SUPPORT.noting))
    return bits & SUPPORT.doing ? 'doing' : 'noting'
  if (asObject && !clause.passive && bits & SUPPORT.doing) return 'doing'
  if (asObject && bits & SUPPORT.noting) return isPointer(scene, chunk) ? null : 'noting'
  if (asSubject && bits & (SUPPORT.happening | SUPPORT.ending))
    return isPointer(scene, chunk) && !goesOn(scene, clause) ? null : 'happening'
  if (asObject && isThere(scene, clause)) return 'happening'
  return null
}

const GOING_ON = /^(?:continu|resum|persist|intensif|escalat|beg[aiu]n|start)/

/** That "the shelling" goes on is news, though it points back. */
function goesOn(scene: Scene, clause: Clause): boolean {
  return GOING_ON.test(scene.words.form[clause.verb]?.lower ?? '')
}

/** "the blast", "that attack": a definite noun without more points back to what was told. */
function isPointer(scene: Scene, chunk: Chunk): boolean {
  const next = scene.parsed.chunks.find((c) => c.first === chunk.last)
  return next?.kind !== 'preposition' && chunk.last - chunk.first === 2 && isDefinite(scene, chunk.first)
}

function isDefinite(scene: Scene, token: number): boolean {
  const lower = scene.words.form[token]?.lower
  return lower === 'the' || lower === 'this' || lower === 'that' || lower === 'these' || lower === 'those'
}

function isThere(scene: Scene, clause: Clause): boolean {
  return clause.subject !== null && scene.words.form[clause.subject.first]?.lower === 'there'
}

function standsAlone(scene: Scene, at: number, chunk: Chunk, frame: Frame): boolean {
  const { chunks } = scene.parsed
  const before = elementAt(chunks, at - 1)
  const linking = before?.kind === 'preposition' || before?.kind === 'subordinator'
  const link = linking ? (scene.words.form[before.first]?.lower ?? '') : ''
  if (BACKGROUND.has(link)) return false
  if (link === 'of' && accused(scene, at)) return true
  const next = chunks[at + 1]
  const nextWord = next?.kind === 'preposition' ? (scene.words.form[next.first]?.lower ?? '') : ''
  const counted = hasNumber(scene, chunk)
  const role = OWN_ROLES.has(nextWord) && chunks[at + 2]?.kind === 'noun'
  const byOrAgainst = nextWord === 'by' || nextWord === 'against' || nextWord === 'between'
  return counted || (role && (byOrAgainst || frame.confidence >= 0.8))
}

function accused(scene: Scene, at: number): boolean {
  const clause = scene.parsed.clauses.findLast((c) => c.verb < (scene.parsed.chunks[at]?.first ?? 0))
  const bits = clause ? (scene.table.supports[scene.words.form[clause.verb]?.id ?? 0] ?? 0) : 0
  return (bits & SUPPORT.noting) !== 0
}

function hasNumber(scene: Scene, chunk: Chunk): boolean {
  for (let i = chunk.first; i < chunk.head; i++) if (scene.words.tag[i] === TAG.NUM) return true
  return false
}

/** Who does the noun's act: the doer of a supporting verb, "by …", or a name before the noun ("regime shelling"). */
function actorOf(scene: Scene, at: number, chunk: Chunk, frame: Frame, clause: Clause | null): TokenRange | null {
  if (frame.actor === 'none') return null
  const by = nounAfter(scene, at, prepositionsOf('by'))
  if (by) return by
  const doer = clause ? doerOf(clause) : null
  if (doer && !(doer.first <= chunk.head && chunk.head < doer.last)) return doer
  const between = nounAfter(scene, at, prepositionsOf('between'))
  if (between) return between
  const own = nounAfter(scene, at, prepositionsOf(frame.actor === 'subject' ? 'of' : frame.actor))
  if (own && (holdsClass(scene, own, scene.table.named.forces) || frame.actor === 'of')) return own
  return modifierIn(scene, chunk, chunk.head)
}

function targetOf(scene: Scene, at: number, whole: TokenRange, frame: Frame): TokenRange | null {
  if (frame.target === 'none') return null
  const found = nounAfter(scene, at, prepositionsOf(frame.target === 'object' ? 'on' : frame.target))
  return found && found.first < whole.last ? found : null
}

/** The noun group behind a preposition in the chain of phrases after a noun. */
function nounAfter(scene: Scene, at: number, prepositions: ReadonlySet<string>): TokenRange | null {
  const { chunks } = scene.parsed
  for (let i = at + 1; i + 1 < Math.min(chunks.length, at + 9); i++) {
    const chunk = chunks[i] as Chunk
    if (chunk.kind === 'verb' || chunk.kind === 'comma' || chunk.kind === 'relative' || chunk.kind === 'dash')
      return null
    if (chunk.kind !== 'preposition' || !prepositions.has(scene.words.form[chunk.first]?.lower ?? '')) continue
    if (chunks[i + 1]?.kind === 'noun') return extendNoun(scene.words, chunks, i + 1)
  }
  return null
}
