/**
 * Whether it happened. The words are those of monitoring missions: an allegation is taken up, perhaps suspended, and endorsed, refuted, or
 * found impossible to verify; what is settled can be reopened.
 */
export const VALIDITIES = [
  'alleged',
  'under-verification',
  'suspended',
  'verified',
  'refuted',
  'cannot-be-verified',
] as const
export type Validity = (typeof VALIDITIES)[number]

/** Who answers for it. `attributable` and `largely-attributable` name an actor, `attributable:ACTOR`. */
export const RESPONSIBILITIES = [
  'undetermined',
  'attributable',
  'largely-attributable',
  'not-attributable',
  'disputed',
] as const
export type Responsibility = (typeof RESPONSIBILITIES)[number]
