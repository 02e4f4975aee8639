import type { Agreement, BoundBy } from '../../model/index.ts'

/** What assessment needs of an actor. */
export interface ActorFacts {
  readonly id: string
  readonly name: string
  /** `agency`, `observer`: they tell of acts, and do none themselves. */
  readonly kind: string
  readonly side?: string | undefined
}

/** Kinds of actors that witness: words that take one for a doer are misread. */
const WITNESSES = new Set(['agency', 'observer'])

/**
 * For whom an actor acts, and how that one is bound. A ministry or force acts for the party of its side; a group of the agreement for
 * itself.
 */
export class Principals {
  readonly #agreement: Agreement
  readonly #actors: ReadonlyMap<string, ActorFacts>
  readonly #named: ReadonlySet<string>
  readonly #bySide = new Map<string, string>()
  readonly #bound = new Map<string, BoundBy>()

  constructor(agreement: Agreement, actors: readonly ActorFacts[]) {
    this.#agreement = agreement
    this.#actors = new Map(actors.map((actor) => [actor.id, actor]))
    const { parties, guarantors, groups, joint } = agreement
    for (const { actor, stance } of groups) this.#bound.set(actor, stance)
    for (const { actor } of guarantors) this.#bound.set(actor, 'guarantor')
    for (const { actor } of parties) this.#bound.set(actor, 'party')
    for (const { actor, of } of joint)
      if (of.every((one) => this.#bound.get(one) === 'party')) this.#bound.set(actor, 'party')
    this.#named = new Set(this.#bound.keys())
    for (const id of this.#named) {
      const side = this.#actors.get(id)?.side
      if (side !== undefined && !this.#bySide.has(side)) this.#bySide.set(side, id)
    }
    for (const { actor } of parties) this.#bySide.set(actor, actor)
  }

  /** For whom an actor acts; null where it only witnesses. */
  principalOf(actor: string): string | null {
    if (this.#named.has(actor)) return actor
    const facts = this.#actors.get(actor)
    if (facts && WITNESSES.has(facts.kind)) return null
    return this.#bySide.get(facts?.side ?? actor) ?? actor
  }

  /** How someone is bound by the agreement as a whole. */
  boundBy(principal: string): BoundBy {
    return this.#bound.get(principal) ?? 'unknown'
  }

  /** Whether an obligation that binds `bound` binds this one, alone or as part of a joint force. */
  isBound(principal: string, bound: readonly string[]): boolean {
    if (bound.includes(principal)) return true
    return this.#agreement.joint.some(({ actor, of }) => actor === principal && of.some((one) => bound.includes(one)))
  }

  /** Who vouches for someone. */
  guarantorsOf(principal: string): readonly string[] {
    return this.#agreement.guarantors.flatMap(({ actor, answersFor }) =>
      answersFor.includes(principal) ? [actor] : [],
    )
  }

  /** The side whose ledger a speaker's words belong to; null where it speaks for none. */
  sideOf(speaker: string): string | null {
    const facts = this.#actors.get(speaker)
    if (facts && WITNESSES.has(facts.kind)) return null
    const side = facts?.side ?? speaker
    return this.#agreement.sides.find((one) => one === side || one === speaker) ?? null
  }

  /** The neutral name of an actor; the words themselves where the case does not know it. */
  nameOf(actor: string): string {
    return this.#actors.get(actor)?.name ?? actor
  }

  /** Names of several, "Russia and Turkey". */
  namesOf(actors: readonly string[]): string {
    const names = actors.map((actor) => this.nameOf(actor))
    return names.length < 2 ? (names[0] ?? 'nobody') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  }
}
