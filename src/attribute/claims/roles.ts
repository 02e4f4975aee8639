import { TAG, type TokenRange } from '../../base/words/index.ts'
import type { Clause } from '../clauses/index.ts'
import { afterPreposition, doerOf, isOfClass, sufferOf, type Scene } from './scene.ts'

/** Prepositions that may stand for the one that a frame names. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  on: ['on', 'upon', 'at', 'against', 'into'],
  at: ['at', 'on', 'against', 'towards', 'toward', 'into'],
  against: ['against', 'on'],
  to: ['to', 'for'],
  onto: ['onto', 'on'],
}

/** The words that fill a role of an act: the clause's doer or sufferer, or what stands behind a preposition. */
export function takeRole(scene: Scene, clause: Clause, role: string, from: number): TokenRange | null {
  switch (role) {
    case 'none':
      return null
    case 'subject':
      return doerOf(clause)
    case 'object':
      return sufferOf(clause)
    case 'agent':
      return clause.agent
    case 'mover':
      return doerOf(clause) ?? sufferOf(clause)
    case 'party':
      return doerOf(clause) ?? ownerIn(scene, sufferOf(clause))
    case 'owner':
      return ownerIn(scene, clause.passive ? (clause.agent ?? clause.subject) : clause.subject)
    case 'of':
      return (
        ownerIn(scene, sufferOf(clause) ?? clause.subject) ??
        afterPreposition(scene, from, clause.last, prepositionsOf(role))
      )
    default:
      return afterPreposition(scene, from, clause.last, prepositionsOf(role)) ?? fallbackOf(clause, role)
  }
}

/** The set of prepositions that a frame's role name stands for. */
export function prepositionsOf(role: string): ReadonlySet<string> {
  const known = PREPOSITION_SETS.get(role)
  if (known) return known
  const made = new Set(ALIKE[role] ?? [role])
  PREPOSITION_SETS.set(role, made)
  return made
}

/** Made once for each role that the lexicon names, which is a handful. */
const PREPOSITION_SETS = new Map<string, ReadonlySet<string>>()

/** Of a passive, what a preposition would have named may be the subject ("the convoy was fired on"). */
function fallbackOf(clause: Clause, role: string): TokenRange | null {
  return clause.passive && (role === 'on' || role === 'at') ? clause.subject : null
}

/** Whose a thing is: what stands behind "of" in its noun group, or the names and forces before its head. */
export function ownerIn(scene: Scene, range: TokenRange | null): TokenRange | null {
  if (!range) return null
  const { words } = scene
  for (let i = range.first + 1; i < range.last; i++) {
    if (words.form[i]?.lower === 'of' && i + 1 < range.last) return { first: i + 1, last: range.last }
  }
  return modifierIn(scene, range, headOf(scene, range))
}

function headOf({ words }: Scene, range: TokenRange): number {
  for (let i = range.last - 1; i >= range.first; i--)
    if (words.tag[i] === TAG.NOUN || words.tag[i] === TAG.PROPN) return i
  return range.last - 1
}

/** Words before a head that name someone: capitalised, or of the forces ("rebel", "army", "junta"). */
export function modifierIn(scene: Scene, range: TokenRange, head: number): TokenRange | null {
  const { words, table } = scene
  const names = (i: number) => words.tag[i] === TAG.PROPN || isOfClass(scene, i, table.named.forces)
  let last = -1
  for (let i = head - 1; i >= range.first && last < 0; i--) if (names(i)) last = i + 1
  if (last < 0) return null
  let first = range.first
  while (first < last - 1 && !names(first) && words.tag[first] !== TAG.NOUN) first++
  return { first, last }
}
