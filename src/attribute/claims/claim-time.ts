import type { Interval } from '../../base/span.ts'
import type { TimeMention } from '../../model/index.ts'
import type { ActMatch } from './match.ts'
import { charactersOf, type Scene } from './scene.ts'
import { isHabit } from './standing.ts'

/** Words before a time that make it a bound of the act, not its day. */
const BOUNDS = new Set(['by', 'until', 'till', 'before', 'within', 'for', 'after', 'to'])

/**
 * The time of an act: in its own words, else one at the head of its sentence ("On Sunday, …"), else in the clause whose subject it
 * shares; null if none dates it. A new term of a deadline does not date its extension.
 */
export function timeOfClaim(scene: Scene, match: ActMatch, allowed: Interval): TimeMention | null {
  if (match.frame.act === 'deadline-extended') return null
  return isHabit(scene, match) ? null : dayOf(scene, match, allowed)
}

function dayOf(scene: Scene, match: ActMatch, allowed: Interval): TimeMention | null {
  const own = charactersOf(scene.words, match.extent)
  const ofOther = timesOfOtherClauses(scene, match)
  const near =
    firstDating(scene, own, true, ofOther) ?? firstDating(scene, headOf(scene, match, allowed), true, ofOther)
  return near ?? firstDating(scene, own, false, ofOther)
}

/** Behind these a clause tells of another day: "violated the truce since it came into force on 6 March". */
const APART = new Set(['since', 'because', 'although', 'though', 'whereas', 'if', 'unless', 'until', 'before'])

/** Stretches of the sentence whose times date something else than this act: what stands behind "since". */
function timesOfOtherClauses({ words, parsed, sentence }: Scene, { clause, trigger }: ActMatch): readonly Interval[] {
  return parsed.clauses
    .filter((other) => {
      if (other === clause || (other.first <= trigger && trigger < other.last)) return false
      const opener = other.first > sentence.first ? (words.form[other.first - 1]?.lower ?? '') : ''
      return other.kind === 'subordinate' && APART.has(opener)
    })
    .map((other) => ({ start: words.start[other.first] ?? 0, end: words.end[other.last - 1] ?? 0 }))
}

/** What may date an act from outside its own words. */
function headOf(scene: Scene, match: ActMatch, allowed: Interval): Interval {
  const { words, parsed } = scene
  const { clause } = match
  if (clause === null || clause.kind !== 'relative') return allowed
  const first = parsed.clauses.find((c) => (words.start[c.verb] ?? 0) >= allowed.start)
  const end = first ? (words.start[first.verb] ?? allowed.start) : allowed.end
  return { start: allowed.start, end: Math.max(allowed.start, Math.min(end, allowed.end)) }
}

function firstDating(scene: Scene, within: Interval, day: boolean, ofOther: readonly Interval[]): TimeMention | null {
  for (const time of scene.times) {
    if (time.start >= within.end) break
    if (time.start < within.start || time.from === null || inBrackets(scene, time)) continue
    if (day !== fixesDay(time)) continue
    if (ofOther.some((o) => o.start <= time.start && time.end <= o.end)) continue
    if (day && isBound(scene, time)) continue
    return time
  }
  return null
}

/** Whether a time fixes one single day. */
export function fixesDay(time: TimeMention): boolean {
  return time.from !== null && time.from.slice(0, 10) === time.to.slice(0, 10)
}

/** "BEIRUT (5:10 P.M.) –": a time in brackets dates the report. */
function inBrackets({ words }: Scene, time: TimeMention): boolean {
  const open = words.text.lastIndexOf('(', time.start)
  if (open < 0 || time.start - open > 60) return false
  const close = words.text.indexOf(')', open)
  return close >= time.end
}

function isBound(scene: Scene, time: TimeMention): boolean {
  const { words, sentence } = scene
  for (let i = sentence.first; i < sentence.last; i++) {
    if ((words.start[i] ?? 0) < time.start) continue
    return i > sentence.first && BOUNDS.has(words.form[i - 1]?.lower ?? '')
  }
  return false
}
