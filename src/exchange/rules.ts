/** What the formats of others ask and the record does not say of an incident itself; a case's folder tells it. */
export interface ExchangeRules {
  /** An actor's name by its id; the id, or the words of a report, where the case knows none. */
  readonly nameOf: (actor: string) => string
  /** What an actor is, in the words of actors.yaml (`state`, `force`, `armed-group`, …); null where the case does not know it. */
  readonly kindOf: (actor: string) => string | null
  /** English name of the country that the case lies in; empty where it is not told. */
  readonly country: string
}

/** Rules of no case: actors go by their ids. */
export const PLAIN_RULES: ExchangeRules = { nameOf: (actor) => actor, kindOf: () => null, country: '' }
