/**
 * The nouns of the record, one file each. They are readonly values with their provenance; nothing here computes more than a name.
 * Imports only `base`. Every stage, the store and the doors speak in these words.
 */
export type { ActorMention, Claim, Count, Harm, Modality } from './claim.ts'
export { ACT_WORDS, type ActWords } from './act-words.ts'
export { ACT_FAMILIES, ACTS, familyOf, isAct, type Act, type ActFamily } from './act.ts'
export type {
  Agreement,
  Amendment,
  Clause,
  CompassSide,
  Confidence,
  Evidence,
  Exception,
  Group,
  Guarantor,
  JointActor,
  LonLat,
  Moment,
  Obligation,
  Party,
  Stance,
  Standing,
  Term,
  Weapon,
  Zone,
  ZoneShape,
} from './agreement.ts'
export type { Coverage } from './coverage.ts'
export type { Decision, Resolution, Signature } from './decision.ts'
export {
  ENTRY_KINDS,
  isEntryKind,
  type ClaimAnchor,
  type Entry,
  type EntryBodies,
  type EntryIndex,
  type EntryKind,
  type EntryOf,
  type SealedCommitment,
} from './entry.ts'
export {
  OUTCOMES,
  type BoundBy,
  type DeadlineState,
  type Finding,
  type FindingSubject,
  type Outcome,
  type Version,
} from './finding.ts'
export type {
  ClaimReference,
  ContradictedField,
  ContradictedValue,
  Contradiction,
  Incident,
  LinkDecision,
  Origin,
} from './incident.ts'
export type { Patrol, PatrolAccount, PatrolOutcome } from './patrol.ts'
export type { PlaceMention, PlaceReference } from './place.ts'
export type { Reading } from './reading.ts'
export type { AdjudicatedIncident, CaseRecord } from './record.ts'
export type { DropReason, DroppedPassage, Report } from './report.ts'
export type { Road, RoadPlace, RoadPoint, RoadPosition, RoadSide, Stretch } from './road.ts'
export type { Manner, Speaker, Statement } from './statement.ts'
export type { TimeMention, TimePrecision, TimeReference } from './time.ts'
export { RESPONSIBILITIES, VALIDITIES, type Responsibility, type Validity } from './verification.ts'
export type { Way } from './way.ts'
