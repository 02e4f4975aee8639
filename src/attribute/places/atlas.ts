import type { CaseIndex } from './case-index.ts'
import type { Gazetteer } from './gazetteer.ts'
import { placeOf } from './gazetteer.ts'
import { REF_HOW_MASK, REF_HOW_SHIFT, REF_LAST } from './gazetteer-format.ts'

/** How many readings of one name are weighed; beyond the best known ones no news text means the rest without naming their area. */
export const MAX_CANDIDATES = 32

/**
 * The world's places and a case's as one list: the case's are numbered after the world's. Candidate lists are found by key.
 */
export interface Atlas {
  readonly world: Gazetteer
  readonly local: CaseIndex
  /** The best known reference of a key, with REF_LAST where it is the only one; -1 for none. Allocates nothing. */
  readonly first: (index: number, check: number) => number
  /** Fills `into` with references (place and HOW) of the key, the case's first; returns how many. */
  readonly collect: (index: number, check: number, into: Uint32Array) => number
  readonly lat: Float32Array
  readonly lon: Float32Array
  /** Values of KIND. */
  readonly kind: Uint8Array
  /** round(8 × log2(population + 1)). */
  readonly population: Uint8Array
  readonly country: Uint8Array
  readonly admin1: Uint16Array
  readonly admin2: Uint16Array
}

/** Puts a case's places over the world's. */
export function createAtlas(world: Gazetteer, local: CaseIndex): Atlas {
  const first = world.places
  const none = local.places.length === 0
  return {
    world,
    local,
    first: (index, check) => {
      const own = none ? null : local.find(index, check)
      if (own) return (own[0] ?? 0) + first
      const at = world.find(index, check)
      return at < 0 ? -1 : (world.references[at] ?? -1)
    },
    collect: (index, check, into) => {
      let count = 0
      for (const reference of local.find(index, check) ?? []) {
        if (count < MAX_CANDIDATES) into[count++] = reference + first
      }
      for (let at = world.find(index, check); at >= 0 && count < MAX_CANDIDATES; at++) {
        const reference = world.references[at] ?? REF_LAST
        const same = none ? -1 : local.sameAs(world.geonames[placeOf(reference)] ?? 0)
        const own = same < 0 ? reference & ~REF_LAST : (first + same) | (howOf(reference) << REF_HOW_SHIFT)
        if (same < 0 || !holds(into, count, first + same)) into[count++] = own
        if (reference & REF_LAST) break
      }
      return count
    },
    lat: joined(Float32Array, world.lat, local.lat),
    lon: joined(Float32Array, world.lon, local.lon),
    kind: joined(Uint8Array, world.kind, local.kind),
    population: joined(Uint8Array, world.population, local.population),
    country: joined(Uint8Array, world.country, local.country),
    admin1: joined(Uint16Array, world.admin1, local.admin1),
    admin2: joined(Uint16Array, world.admin2, local.admin2),
  }
}

/** Two columns as one, copied: reading one typed array is several times quicker than choosing between two each time. */
function joined<T extends Float32Array | Uint8Array | Uint16Array>(
  Column: new (length: number) => T,
  ofWorld: ArrayLike<number>,
  ofCase: ArrayLike<number>,
): T {
  const column = new Column(ofWorld.length + ofCase.length)
  column.set(ofWorld)
  column.set(ofCase, ofWorld.length)
  return column
}

/** Whether one of the first `count` references leads to a place. */
function holds(references: Uint32Array, count: number, place: number): boolean {
  for (let at = 0; at < count; at++) if (placeOf(references[at]!) === place) return true
  return false
}

/** The HOW of a reference. */
export function howOf(reference: number): number {
  return (reference >>> REF_HOW_SHIFT) & REF_HOW_MASK
}
