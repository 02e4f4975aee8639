import { failed, type Result } from '../base/result.ts'

/** Why something cannot be had from the world; what each means stands in the comment beside it. */
export const GATHER_CODES = [
  /** No address, or one with another scheme than http and https, or with a user's name in it. */
  'address-malformed',
  /** The address, or one that it redirects to, leads into a private network or to this machine. */
  'address-private',
  /** The name leads nowhere. */
  'address-unresolved',
  /** The server could not be reached, or broke off. */
  'fetch-failed',
  /** The page took too long. */
  'fetch-too-slow',
  /** The page is larger than what is taken. */
  'fetch-too-large',
  /** The server answered with another status than 200. */
  'fetch-refused',
  /** More redirects than are followed. */
  'fetch-redirects',
  /** The text is no RSS, RDF or Atom feed. */
  'feed-malformed',
  /** The file is no message, or one without words. */
  'mail-malformed',
  /** The archive is damaged, or of a form that is not read. */
  'archive-malformed',
  /** What the archive holds is larger than what is taken. */
  'archive-too-large',
] as const

export type GatherCode = (typeof GATHER_CODES)[number]

/** A refusal: the code for programs, the message (place: found, expected) for people. */
export interface GatherFailure {
  readonly code: GatherCode
  readonly message: string
}

/** A refusal as a result. */
export function refused(
  code: GatherCode,
  place: string,
  found: string,
  expected: string,
): Result<never, GatherFailure> {
  return failed({ code, message: `${place.slice(0, 200)}: found ${found.slice(0, 200)}, expected ${expected}` })
}
