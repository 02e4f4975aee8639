import type { Interval } from '../../base/span.ts'
import type { TokenRange } from '../../base/words/index.ts'
import type { TimeMention } from '../../model/index.ts'
import { charactersOf, type Scene } from './scene.ts'

/** Words before a time that make it a bound of the act, not its day. */
const BOUNDS = new Set(['by', 'until', 'till', 'before', 'within', 'for', 'since', 'from', 'after', 'to'])

/** The time of an act: in its own words, else in what its speaker says around it in the same sentence; null if none dates it. */
export function timeOfClaim(scene: Scene, extent: TokenRange, allowed: Interval): TimeMention | null {
  const own = charactersOf(scene.words, extent)
  return firstDating(scene, own, true) ?? firstDating(scene, allowed, true) ?? firstDating(scene, own, false)
}

function firstDating(scene: Scene, within: Interval, day: boolean): TimeMention | null {
  for (const time of scene.times) {
    if (time.start >= within.end) break
    if (time.start < within.start || time.from === null) continue
    if (day && !fixesDay(time)) continue
    if (day && isBound(scene, time)) continue
    return time
  }
  return null
}

/** Whether a time fixes one single day. */
export function fixesDay(time: TimeMention): boolean {
  return time.from !== null && time.from.slice(0, 10) === time.to.slice(0, 10)
}

function isBound(scene: Scene, time: TimeMention): boolean {
  const { words, sentence } = scene
  for (let i = sentence.first; i < sentence.last; i++) {
    if ((words.start[i] ?? 0) < time.start) continue
    return i > sentence.first && BOUNDS.has(words.form[i - 1]?.lower ?? '')
  }
  return false
}
