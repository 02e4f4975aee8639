import type { TokenRange } from '../../base/words/index.ts'
import type { Clause } from '../clauses/index.ts'
import { afterPreposition, doerOf, sufferOf, type Scene } from './scene.ts'

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
    default:
      return afterPreposition(scene, from, clause.last, prepositionsOf(role)) ?? fallbackOf(clause, role)
  }
}

/** The set of prepositions that a frame's role name stands for. */
export function prepositionsOf(role: string): ReadonlySet<string> {
  return new Set(ALIKE[role] ?? [role])
}

/** Of a passive, what a preposition would have named may be the subject ("the convoy was fired on"). */
function fallbackOf(clause: Clause, role: string): TokenRange | null {
  return clause.passive && (role === 'on' || role === 'at') ? clause.subject : null
}
