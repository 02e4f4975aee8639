/** Why something with patrols cannot be done; what each means stands in the comment beside it. */
export const PATROL_CODES = [
  /** The case has no such road. */
  'road-unknown',
  /** There is no such patrol. */
  'patrol-unknown',
  /** There is no such decision. */
  'decision-unknown',
  /** The decision is not of the form that it must have. */
  'decision-malformed',
  /** The account is not of the form that it must have. */
  'account-malformed',
  /** The track never comes within a kilometre of the road. */
  'track-off-road',
  /** The side is none of the case's. */
  'side-unknown',
] as const

/** A refusal: the code for programs, the message (place: found, expected) for people. */
export interface PatrolFailure {
  readonly code: (typeof PATROL_CODES)[number] | 'case-unreadable'
  readonly message: string
}
