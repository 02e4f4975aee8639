import type { ClaimReference, LinkDecision } from '../../model/index.ts'

/** What people decided about two claims: they are one event, two events, or it cannot be told from the two. */
export type Ruling = LinkDecision['decision']

/** The decisions in force, by pair of claims. */
export interface Rulings {
  /** Whether nobody decided anything. */
  readonly isEmpty: boolean
  /** The last decision on two claims; null if nobody decided. */
  between(a: ClaimReference, b: ClaimReference): Ruling | null
  /** The claims that were ever decided on together with this one. */
  partnersOf(claim: ClaimReference): readonly ClaimReference[]
}

/** Puts decisions in force, in the order they were taken: on the same two claims the later outranks the earlier. */
export function enforceDecisions(decisions: readonly LinkDecision[]): Rulings {
  const rulings = new Map<string, Map<string, { readonly claim: ClaimReference; readonly ruling: Ruling }>>()
  const rule = (a: ClaimReference, b: ClaimReference, ruling: Ruling): void => {
    const of = rulings.get(nameOf(a)) ?? new Map<string, { claim: ClaimReference; ruling: Ruling }>()
    rulings.set(nameOf(a), of.set(nameOf(b), { claim: b, ruling }))
  }
  for (const { decision, claims } of decisions) {
    for (const a of claims) for (const b of claims) if (nameOf(a) !== nameOf(b)) rule(a, b, decision)
  }
  return {
    isEmpty: rulings.size === 0,
    between: (a, b) => rulings.get(nameOf(a))?.get(nameOf(b))?.ruling ?? null,
    partnersOf: (claim) => Array.from(rulings.get(nameOf(claim))?.values() ?? [], (it) => it.claim),
  }
}

function nameOf({ report, claim }: ClaimReference): string {
  return `${claim} ${report}`
}
