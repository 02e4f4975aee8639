/** A point of a road's line. */
export interface RoadPoint {
  /** WGS 84 degrees. */
  readonly lat: number
  readonly lon: number
  /** Chainage: distance along the road from its beginning. */
  readonly km: number
}

/** A place on a road that the case knows: where a column can turn, or where roads meet. */
export interface RoadPlace {
  /** Unique in the case: `m4-ariha`. */
  readonly id: string
  readonly name: string
  readonly km: number
  /** Where the row's facts come from, and whether anyone has confirmed them. */
  readonly source: string
}

/** A road as a line with chainage. Between its points it is a chord: expect hundreds of metres of error in bends. */
export interface Road {
  /** `m4`. */
  readonly id: string
  readonly name: string
  /** In the order of their km, at least two. */
  readonly points: readonly RoadPoint[]
  /** Where a column of vehicles can turn, in the order of their km. */
  readonly turningPlaces: readonly RoadPlace[]
  /** Where it meets other roads, in the order of their km. */
  readonly junctions: readonly RoadPlace[]
  readonly source: string
}

/** On which side of a road a point lies, by the road's main direction. `on`: too near the line to tell. */
export type RoadSide = 'north' | 'south' | 'east' | 'west' | 'on'

/** A point as seen from a road. */
export interface RoadPosition {
  readonly road: string
  /** Chainage of the nearest point of the road. */
  readonly km: number
  /** Distance to that point. */
  readonly offsetMetres: number
  readonly side: RoadSide
}

/** A part of a road. Where it is driven, from `fromKm` to `toKm`: on the M4 westward when `fromKm` is the greater. */
export interface Stretch {
  readonly road: string
  readonly fromKm: number
  readonly toKm: number
}
