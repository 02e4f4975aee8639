import { elementAt } from '../../base/element-at.ts'
import { TAG, type TokenRange } from '../../base/words/index.ts'
import { familyOf, type Modality } from '../../model/index.ts'
import type { Clause } from '../clauses/index.ts'
import { FUNCTION, type ClosedClass } from '../clauses/index.ts'
import type { CueKind } from '../statements/index.ts'
import type { ActMatch } from './match.ts'
import { holdsClass, isOfClass, type Scene } from './scene.ts'

/** What decides how an act stands: its clause, the words around, and the cue of the statement it stands in. */
export interface Standing {
  readonly scene: Scene
  readonly match: ActMatch
  readonly closed: ClosedClass
  /** Null where the outlet itself speaks. */
  readonly cueKind: CueKind | null
}

/** How an act stands in the words that state it; null where they state no act at all (a purpose, "in order to keep them out"). */
export function modalityOf(standing: Standing): Modality | null {
  const { scene, match, cueKind } = standing
  const { clause, frame } = match
  if (frame.modality) return frame.modality
  if (cueKind === 'deny') return 'denied'
  if (!clause) return negatedNoun(standing, match.extent) ? 'denied' : cueModality(cueKind, null)
  if (clause.condition || underCondition(scene, clause)) return 'hypothetical'
  if (isDenied(standing, clause)) return 'denied'
  return shadeOf(standing, clause)
}

function shadeOf(standing: Standing, clause: Clause): Modality | null {
  const { group } = clause
  if (group.necessary) return 'demanded'
  if (group.possible) return 'hypothetical'
  if (group.future || group.conditional) return futureOf(standing, clause)
  if (group.infinitive || (group.gerund && clause.governor >= 0)) return governedOf(standing, clause)
  return cueModality(standing.cueKind, clause)
}

/** What lies ahead: a threat where force or pressure is announced by its own doer, a plan otherwise. */
function futureOf(standing: Standing, clause: Clause): Modality {
  const { scene, match, cueKind } = standing
  if (sentenceSupposes(scene) && clause.group.conditional) return cueKind === 'threaten' ? 'threatened' : 'hypothetical'
  const family = familyOf(match.frame.act)
  if (cueKind === 'threaten') return 'threatened'
  if (family === 'force' || family === 'pressure') return cueKind === 'suppose' ? 'hypothetical' : 'threatened'
  return cueKind === 'suppose' ? 'hypothetical' : 'planned'
}

function governedOf(standing: Standing, clause: Clause): Modality | null {
  const { scene, cueKind } = standing
  const governor = elementAt(scene.parsed.clauses, clause.governor)
  if (!governor) {
    const modality = cueModality(cueKind, clause)
    return modality === 'asserted' ? (isHeadlined(scene, clause) ? 'planned' : null) : modality
  }
  const { demanding, planning } = scene.table.named
  if (isOfClass(scene, governor.verb, demanding))
    return governor.passive && isWord(scene, governor.verb, 'forced') ? 'asserted' : 'demanded'
  if (scene.words.form[governor.verb]?.lower.startsWith('threat')) return 'threatened'
  if (isOfClass(scene, governor.verb, planning)) return governor.group.negated ? 'denied' : 'planned'
  if (clause.group.gerund) return shadeOf(standing, governor) ?? 'asserted'
  if (isPurpose(scene, governor)) return null
  return shadeOf({ ...standing, match: { ...standing.match, clause: governor } }, governor)
}

/** "both armies to cease fire from midnight": in a clipped sentence without another verb, what forces or people are to do. */
function isHeadlined(scene: Scene, { subject }: Clause): boolean {
  const { forces, person } = scene.table.named
  return subject !== null && (holdsClass(scene, subject, forces) || holdsClass(scene, subject, person))
}

/** "given more time to clear the road", "returned to attack": an infinitive below a verb that does not shade it tells what for. */
function isPurpose(scene: Scene, governor: Clause): boolean {
  const { shading, trying, refusing } = scene.table.named
  const able = scene.words.tag[governor.verb] !== TAG.VERB
  return !able && ![shading, trying, refusing].some((asked) => isOfClass(scene, governor.verb, asked))
}

function isWord(scene: Scene, token: number, lower: string): boolean {
  return scene.words.form[token]?.lower === lower
}

/** How a statement's cue sets an act told in a plain present or past. */
function cueModality(cueKind: CueKind | null, clause: Clause | null): Modality {
  switch (cueKind) {
    case 'demand':
    case 'want':
      return clause === null || isPlain(clause) ? 'demanded' : 'asserted'
    case 'plan':
    case 'decide':
      return clause === null || clause.group.infinitive ? 'planned' : 'asserted'
    case 'threaten':
      return clause?.group.infinitive ? 'threatened' : 'asserted'
    default:
      return 'asserted'
  }
}

/** Without auxiliary and without an ending of time: "that the League withdraw its guns". */
function isPlain(clause: Clause): boolean {
  return !clause.group.auxiliary || clause.group.infinitive
}

/** An act denied: by a word of negation at its verb, its doer or what it is done to. */
function isDenied(standing: Standing, clause: Clause): boolean {
  const { scene, match } = standing
  if (match.frame.negated) return false
  if (clause.group.negated) return true
  if (negatedNoun(standing, clause.subject) || negatedNoun(standing, clause.object)) return true
  const governor = elementAt(scene.parsed.clauses, clause.governor)
  return governor !== undefined && match.frame.governor === null && governor.group.negated && clause.group.infinitive
}

/** "no fighter", "nobody", "not a single driver", "neither side". */
function negatedNoun({ scene, closed }: Standing, range: TokenRange | null): boolean {
  if (!range) return false
  const first = closed(scene.words.form[range.first]?.id ?? 0)
  const before = range.first > scene.sentence.first ? closed(elementAt(scene.words.form, range.first - 1)?.id ?? 0) : 0
  const beforeWord = elementAt(scene.words.form, range.first - 1)?.lower
  return (
    (first & FUNCTION.negative) !== 0 ||
    ((before & FUNCTION.negative) !== 0 && (beforeWord === 'not' || beforeWord === 'no'))
  )
}

/** Infinitive or coordinate below a clause that states a condition. */
function underCondition(scene: Scene, clause: Clause): boolean {
  const governor = elementAt(scene.parsed.clauses, clause.governor)
  return governor?.condition ?? false
}

function sentenceSupposes(scene: Scene): boolean {
  return scene.parsed.clauses.some((c) => c.condition)
}
