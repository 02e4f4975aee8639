import { elementAt } from '../../base/element-at.ts'
import type { TokenRange } from '../../base/words/index.ts'
import type { Clause } from '../clauses/index.ts'
import { CLASS_WIDTH, type ClassSet, type Frame } from './act-table.ts'
import { extentOf } from './extent.ts'
import type { ActMatch } from './match.ts'
import { takeRole } from './roles.ts'
import { doerOf, holdsClass, pageHolds, sufferOf, type Scene } from './scene.ts'

/** How far behind its verb a particle or partner word may stand, in words. */
const PARTNER_REACH = 9

/** The acts that the verbs of a sentence tell: for each clause the frame that asks most, of those whose conditions are met. */
export function matchVerbs(scene: Scene): readonly ActMatch[] {
  const matches: ActMatch[] = []
  for (const clause of scene.parsed.clauses) {
    const frames = scene.table.verbFrames[scene.words.form[clause.verb]?.id ?? 0]
    if (!frames) continue
    const frame = firstFitting(scene, clause, frames)
    if (frame) matches.push(matchOf(scene, clause, frame))
  }
  return matches
}

function firstFitting(scene: Scene, clause: Clause, frames: readonly Frame[]): Frame | null {
  for (const frame of frames) if (fits(scene, clause, frame)) return frame
  return null
}

function fits(scene: Scene, clause: Clause, frame: Frame): boolean {
  if (frame.partner && !partnerFollows(scene, clause, frame.partner)) return false
  if (frame.voice && (frame.voice === 'passive') !== clause.passive) return false
  if (frame.doer && !doerOf(clause)) return false
  if (frame.negated && !isNegated(scene, clause)) return false
  if (frame.governor && !governedBy(scene, clause, frame.governor)) return false
  if (
    frame.subject &&
    !holdsClass(scene, takeRole(scene, clause, frame.actor === 'mover' ? 'mover' : 'subject', 0), frame.subject)
  )
    return false
  if (frame.object && !holdsClass(scene, sufferOf(clause), frame.object)) return false
  if (frame.any && !anyHolds(scene, clause, frame.any)) return false
  if (frame.also && !anyHolds(scene, clause, frame.also)) return false
  if (frame.none && holdsClass(scene, clause, frame.none)) return false
  if (frame.upon && !holdsClass(scene, takeRole(scene, clause, frame.target, clause.verb + 1), frame.upon)) return false
  return !frame.page || pageHolds(scene, frame.page)
}

function anyHolds(scene: Scene, clause: Clause, asked: ClassSet): boolean {
  const range = withDependents(scene, clause)
  return (
    holdsClass(scene, range, asked) ||
    holdsClass(scene, clause.subject, asked) ||
    holdsClass(scene, clause.object, asked)
  )
}

/** The clause with what hangs on it right behind: "kept the convoy waiting", "used the children at the stop as a shield". */
function withDependents(scene: Scene, clause: Clause): TokenRange {
  const { clauses } = scene.parsed
  let { last } = clause
  for (let i = clauses.indexOf(clause) + 1; i < clauses.length; i++) {
    const next = clauses[i]
    if (!next || next.first < clause.first || (next.kind !== 'participle' && next.kind !== 'infinitive')) break
    last = Math.max(last, next.last)
  }
  return { first: clause.first, last }
}

function partnerFollows(scene: Scene, clause: Clause, partner: number): boolean {
  const end = Math.min(clause.last, clause.verb + PARTNER_REACH, scene.words.count)
  for (let i = clause.verb + 1; i < end; i++) if (scene.words.form[i]?.id === partner) return true
  return false
}

/** Negated at the verb, above it ("did not agree to let") or at its subject ("neither had delivered"). */
function isNegated(scene: Scene, clause: Clause): boolean {
  if (clause.group.negated || governorNegates(scene, clause)) return true
  if (governedBy(scene, clause, scene.table.named.refusing)) return true
  const first = clause.subject ? scene.words.form[clause.subject.first]?.lower : undefined
  return first === 'neither' || first === 'no' || first === 'none' || first === 'nobody'
}

function governorNegates(scene: Scene, clause: Clause): boolean {
  const governor = elementAt(scene.parsed.clauses, clause.governor)
  return governor?.group.negated ?? false
}

function governedBy(scene: Scene, clause: Clause, asked: readonly number[]): boolean {
  const governor = elementAt(scene.parsed.clauses, clause.governor)
  if (!governor) return false
  const at = (scene.words.form[governor.verb]?.id ?? 0) * CLASS_WIDTH
  return asked.some((bits, k) => ((scene.table.classes[at + k] ?? 0) & bits) !== 0)
}

function matchOf(scene: Scene, clause: Clause, frame: Frame): ActMatch {
  return {
    frame,
    trigger: clause.verb,
    clause,
    actor: takeRole(scene, clause, frame.actor, clause.verb + 1),
    target: takeRole(scene, clause, frame.target, clause.verb + 1),
    extent: extentOf(scene, clause),
  }
}
