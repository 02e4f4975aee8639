import type { Act, Modality, Validity } from '../../model/index.ts'

/** One figure that planners may change, as it is shown to them. */
export interface Parameter {
  readonly unit: string
  readonly default: number
  readonly says: string
}

/** Every figure of risk and planning but the tables below. They are judgement, not measurement: a centre should set its own. */
export const PARAMETERS = {
  reachMetres: { unit: 'm', default: 2000, says: 'distance at which an incident counts a third (1/e)' },
  ageHalfLifeDays: { unit: 'days', default: 14, says: 'after so long an incident counts half' },
  originBelief: { unit: '0–1', default: 0.6, says: 'weight of one origin; n independent ones weigh 1 − (1 − it)ⁿ' },
  denialFactor: { unit: '×', default: 0.6, says: 'what is left of an incident that somebody denies' },
  harmStep: { unit: '× per tenfold', default: 0.3, says: 'added for people killed or injured, per power of ten' },
  civilianFactor: { unit: '×', default: 1.3, says: 'for acts against civilians' },
  hourSpread: { unit: 'hours', default: 3, says: 'an incident of a known hour counts most within so many hours of it' },
  otherHoursShare: { unit: '0–1', default: 0.7, says: 'its weight at all other hours' },
  darkness: { unit: '×', default: 1.3, says: 'all risk between 18 and 6 o’clock' },
  somewhereShare: {
    unit: '0–1',
    default: 0.1,
    says: 'weight on each stretch of what is only known to lie somewhere on the road',
  },
  unwatchedRisk: {
    unit: '0–1',
    default: 0.12,
    says: 'risk of a stretch that nobody watches: no report is not no danger',
  },
  watchHalfLifeDays: { unit: 'days', default: 7, says: 'after so long half of what watching told is gone' },
  crowdLapseDays: {
    unit: 'days',
    default: 10,
    says: 'a reported crowd bars the road so long, unless it is reported gone or driven past',
  },
  obstacleLapseDays: { unit: 'days', default: 30, says: 'the same for an obstacle: a berm, a cut' },
  deviceLapseDays: { unit: 'days', default: 45, says: 'the same for a mine or device that was not cleared' },
  spentDeviceDays: { unit: 'days', default: 2, says: 'the same where a device went off: the place must be searched' },
  standOffKm: { unit: 'km', default: 1, says: 'how far before what bars the road a column must have turned' },
  clearedWithinMetres: {
    unit: 'm',
    default: 3000,
    says: 'how near to what bars the road a report must be that says it is cleared',
  },
  civiliansWithinMetres: { unit: 'm', default: 1500, says: 'settlements so near to the road are exposed with it' },
  highestRisk: { unit: '0–1', default: 0.6, says: 'a stretch above it is not driven while there is another choice' },
  exposurePerKm: {
    unit: 'risk-minutes',
    default: 0.5,
    says: 'what a further km of patrolled road is worth, in exposure',
  },
  patrolKmh: { unit: 'km/h', default: 45, says: 'speed of a column on the main road' },
  localKmh: { unit: 'km/h', default: 25, says: 'speed of a column on other roads, where nothing better is known' },
  longestDetour: { unit: '×', default: 2.5, says: 'a detour may be so much longer than the road itself' },
  firstHour: { unit: 'o’clock', default: 6, says: 'earliest departure that is proposed' },
  lastHour: { unit: 'o’clock', default: 15, says: 'latest departure that is proposed' },
} as const satisfies { readonly [name: string]: Parameter }

export type ParameterName = keyof typeof PARAMETERS

/** A value for every parameter. */
export type RiskParameters = { readonly [name in ParameterName]: number }

/** The defaults. */
export const DEFAULT_PARAMETERS: RiskParameters = Object.fromEntries(
  Object.entries(PARAMETERS).map(([name, parameter]) => [name, parameter.default]),
) as { [name in ParameterName]: number }

/** How grave an act is for those on the road, 0–1. Acts that are not named are no danger to them. */
export const SEVERITY: { readonly [act in Act]?: number } = {
  'attack-on-patrol': 1,
  'ied-mine': 0.9,
  'suicide-attack': 1,
  'attack-on-civilians': 0.8,
  'air-strike': 0.8,
  shelling: 0.8,
  'armed-clash': 0.7,
  offensive: 0.6,
  'position-seized': 0.5,
  'force-on-protesters': 0.5,
  'human-shield': 0.6,
  'patrol-blocked': 0.4,
  'road-cut': 0.4,
  abduction: 0.4,
  threat: 0.4,
  'access-denied': 0.3,
  'ceasefire-breached': 0.3,
  rearm: 0.2,
  fortification: 0.2,
  'weapon-in-zone': 0.2,
  'troop-movement': 0.1,
  presence: 0.1,
}

/** How much an incident counts by whether it happened. */
export const BY_VALIDITY: { readonly [validity in Validity]: number } = {
  verified: 1,
  'under-verification': 0.7,
  alleged: 0.6,
  'cannot-be-verified': 0.5,
  suspended: 0.5,
  refuted: 0,
}

/** How much a claim counts by how it states its act. */
export const BY_MODALITY: { readonly [modality in Modality]: number } = {
  asserted: 1,
  threatened: 0.5,
  planned: 0.3,
  hypothetical: 0.1,
  demanded: 0.05,
  denied: 0,
}

/** Acts whose sufferers are civilians. */
export const AGAINST_CIVILIANS: readonly Act[] = [
  'attack-on-civilians',
  'force-on-protesters',
  'human-shield',
  'abduction',
  'sexual-violence',
]

/** How many people a settlement of a kind stands for beside a road, in villages. */
export const BY_SETTLEMENT: { readonly [kind: string]: number } = { village: 1, town: 4, city: 12 }

/** The same for a crowd on the road. */
export const CROWD_AS_VILLAGES = 4
