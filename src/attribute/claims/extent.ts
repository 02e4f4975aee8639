import { elementAt } from '../../base/element-at.ts'
import type { TokenRange } from '../../base/words/index.ts'
import type { Clause } from '../clauses/index.ts'
import { isOfClass, type Scene } from './scene.ts'

/**
 * The smallest stretch that states a clause's act: the clause, together with the verb that governs it where both have one subject
 * and the governor only shades it ("tried to use", "were able to rearm", "refuse to recognise").
 */
export function extentOf(scene: Scene, clause: Clause): TokenRange {
  const governor = elementAt(scene.parsed.clauses, clause.governor)
  if (!governor || !isShading(scene, governor, clause)) return { first: clause.first, last: clause.last }
  const above = extentOf(scene, governor)
  return { first: Math.min(above.first, clause.first), last: clause.last }
}

/** Whether a governing verb belongs to the act's own words: it stands close before and neither plans nor demands. */
export function isShading(scene: Scene, governor: Clause, clause: Clause): boolean {
  if (clause.first - governor.verb > 4 || clause.first <= governor.verb) return false
  if (governor.subject?.first !== clause.subject?.first) return false
  return (
    !isOfClass(scene, governor.verb, scene.table.named.planning) &&
    !isOfClass(scene, governor.verb, scene.table.named.demanding)
  )
}
