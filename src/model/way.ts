import type { GeoPoint } from '../base/geometry/distance.ts'

/** A piece of road between two nodes of a network, that can be driven either way unless it is one-way. */
export interface Way {
  /** Nodes that it joins: names shared by the ways that meet there. */
  readonly from: string
  readonly to: string
  /** Its line from `from` to `to`, at least two points. */
  readonly points: readonly GeoPoint[]
  readonly lengthMetres: number
  /** Usual speed of a column; null where nothing is known. */
  readonly kmh: number | null
  readonly name: string | null
  readonly oneWay: boolean
  /** True: no road is known there; somebody assumed that there is a way between two places. */
  readonly schematic: boolean
}
