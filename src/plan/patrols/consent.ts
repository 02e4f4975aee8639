import type { Decision } from '../../model/index.ts'

/** How a decision stands by what the sides said to it. */
export type ConsentState =
  | { readonly kind: 'proposed' }
  | { readonly kind: 'one-side-only'; readonly signed: readonly string[]; readonly missing: readonly string[] }
  | { readonly kind: 'declined'; readonly by: readonly string[]; readonly signed: readonly string[] }
  | { readonly kind: 'in-force' }

/** How a decision stands, given whose consent it needs; the last word of each side counts. */
export function consentOf({ signatures }: Pick<Decision, 'signatures'>, sides: readonly string[]): ConsentState {
  const words = new Map(signatures.map(({ side, verdict }) => [side, verdict]))
  const signed = sides.filter((side) => words.get(side) === 'signed')
  const declined = sides.filter((side) => words.get(side) === 'declined')
  if (declined.length > 0) return { kind: 'declined', by: declined, signed }
  if (signed.length === 0) return { kind: 'proposed' }
  const missing = sides.filter((side) => !words.has(side))
  return missing.length === 0 ? { kind: 'in-force' } : { kind: 'one-side-only', signed, missing }
}
