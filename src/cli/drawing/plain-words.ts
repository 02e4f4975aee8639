import { rangeInWords } from '../../base/count-words.ts'
import type { Count, Harm, Modality } from '../../model/index.ts'

/** Harm told: 2 killed, at least 3 injured. Empty where none is told. */
export function plainHarm(harm: Harm | null): string {
  const told: readonly (readonly [Count | null | undefined, string])[] = [
    [harm?.killed, 'killed'],
    [harm?.injured, 'injured'],
  ]
  return told.flatMap(([count, verb]) => (count ? [`${rangeInWords(count)} ${verb}`] : [])).join(', ')
}

/** How an act stands, in a word; empty where it is simply asserted. */
export function plainModality(modality: Modality): string {
  if (modality === 'asserted') return ''
  return modality === 'hypothetical' ? 'supposed' : modality
}
