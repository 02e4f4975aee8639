import { TAG, type TokenRange, type Words } from '../../base/words/index.ts'
import type { Clause } from '../clauses/index.ts'
import type { ActMatch } from './match.ts'
import { isOfClass, type Scene } from './scene.ts'

/** The frame's own, more for each condition met, less for what stands in a subordinate clause or is told by a noun. */
export function confidenceOf({ sentence, words }: Scene, { frame, clause }: ActMatch): number {
  const depth = clause === null ? 0.06 : clause.kind === 'relative' || clause.kind === 'infinitive' ? 0.04 : 0
  const late = 0.02 * Math.min(5, words.sentence[sentence.first] ?? 0)
  const value = 0.85 * frame.confidence + 0.05 * Math.min(3, frame.specificity) - depth - late
  return Math.round(100 * Math.min(0.99, Math.max(0.05, value))) / 100
}

/** "fired", "was hit", "had taken": told as done, not as going on ("have been firing", "is blocked"). */
export function isPast(scene: Scene, { clause }: ActMatch): boolean {
  if (!clause) return true
  let auxiliary = ''
  for (let i = clause.verb - 1; i >= clause.first && i > clause.verb - 5; i--) {
    if (scene.words.tag[i] === TAG.AUX) auxiliary = scene.words.form[i]?.lower ?? ''
  }
  const lower = scene.words.form[clause.verb]?.lower ?? ''
  if (auxiliary === '') return !lower.endsWith('ing') || clause.governor >= 0
  return auxiliary === 'was' || auxiliary === 'were' || auxiliary === 'had' || auxiliary === 'did'
}

const AGAIN_AND_AGAIN = new Set(['times', 'repeatedly', 'daily', 'weekly', 'regularly', 'often', 'constantly'])

/** "have been carrying out patrols", "are held by the two armies", "violated it several times": told of many days, so that no one day is theirs. */
export function isHabit({ words }: Scene, { clause, extent }: ActMatch): boolean {
  if (!clause) return false
  for (let i = extent.first; i < extent.last; i++) if (AGAIN_AND_AGAIN.has(words.form[i]?.lower ?? '')) return true
  const group = wordsBefore(words, clause)
  const going = (words.form[clause.verb]?.lower ?? '').endsWith('ing')
  return going ? /\b(?:have|has) been\b/.test(group) : clause.passive && /\b(?:is|are)$/.test(group)
}

function wordsBefore(words: Words, clause: Clause): string {
  const from = Math.max(clause.first, clause.verb - 4)
  return Array.from({ length: clause.verb - from }, (_, i) => words.form[from + i]?.lower ?? '').join(' ')
}

/** Explosions, shells, roads and weekdays act on nobody's behalf. */
export function canAct(scene: Scene, range: TokenRange | null): boolean {
  if (!range) return false
  const { device, shell, killer, forces, weekday, road, zone } = scene.table.named
  let head = range.last - 1
  for (let i = range.first; i < range.last; i++) {
    if (scene.words.form[i]?.lower === 'of' && i > range.first) {
      head = i - 1
      break
    }
  }
  if (isOfClass(scene, head, forces)) return true
  const things =
    scene.words.tag[head] === TAG.PROPN
      ? [device, shell, killer, weekday]
      : [device, shell, killer, weekday, road, zone]
  return !things.some((asked) => isOfClass(scene, head, asked))
}
