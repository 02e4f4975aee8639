import type { TokenRange } from '../../base/words/index.ts'
import type { Clause } from '../clauses/index.ts'
import type { Frame } from './act-table.ts'

/** An act found in a sentence: which frame, at which word, in which clause, done by whom to whom. */
export interface ActMatch {
  readonly frame: Frame
  /** The word that gave the act away. */
  readonly trigger: number
  /** Null for an act told by a noun that no clause holds. */
  readonly clause: Clause | null
  readonly actor: TokenRange | null
  readonly target: TokenRange | null
  /** The smallest stretch that states the act. */
  readonly extent: TokenRange
}
