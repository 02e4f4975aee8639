import { failed, type Result } from '../base/result.ts'

/** Why a document of others cannot be taken; what each means stands in the comment beside it. */
export const EXCHANGE_CODES = [
  /** The document, or a part of it, is not of the form that was named. */
  'exchange-malformed',
] as const

export type ExchangeCode = (typeof EXCHANGE_CODES)[number]

/** A refusal: the code for programs, the message (place: found, expected) for people. */
export interface ExchangeFailure {
  readonly code: ExchangeCode
  readonly message: string
}

/** A refusal as a result. */
export function exchangeRefused(place: string, found: string, expected: string): Result<never, ExchangeFailure> {
  return failed({ code: 'exchange-malformed', message: `${place}: found ${found}, expected ${expected}` })
}
