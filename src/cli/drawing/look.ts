import type { ActFamily } from '../../model/index.ts'
import type { Style, Tone } from '../terminal/index.ts'

/** How to draw. */
export interface Look {
  /** Terminal columns of a line. */
  readonly columns: number
  readonly style: Style
  /** Also the sentences that claim nothing, and the passages left out. */
  readonly all: boolean
}

/** The colour of each family of acts, in the sentence and at the claim. */
export const TONE_OF: { readonly [F in ActFamily]: Tone } = {
  force: 'red',
  posture: 'yellow',
  pressure: 'magenta',
  agreement: 'cyan',
  patrol: 'blue',
  easing: 'green',
}
