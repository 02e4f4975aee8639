import type { Atlas } from './atlas.ts'
import { placeOf } from './gazetteer.ts'
import { KIND } from './gazetteer-format.ts'
import { BIG_TOWN } from './neighbourhood.ts'
import type { Link } from './links.ts'
import type { RankScene } from './rank-features.ts'

/** How likely a name linked to this one is an area that holds the place, or a town beside it. */
export function containedIn(
  scene: RankScene,
  chances: Float64Array,
  name: number,
  place: number,
  way: Link['way'],
): number {
  let most = 0
  for (const link of scene.links[name]!) {
    if (link.way !== way) continue
    const from = scene.offset[link.name]!
    let sum = 0
    for (const [i, reference] of scene.names[link.name]!.references.entries()) {
      if (chances[from + i]! > 0.02 && holds(scene.atlas, placeOf(reference), place)) sum += chances[from + i]!
    }
    most = Math.max(most, sum)
  }
  return most
}

/**
 * Whether the text says that a name lies where a reading does not: "X, Y" or "X in Y" with an area Y that does not hold it. Then the
 * X that is meant is none that we know. Countries, areas and big towns are let off: they stand in lists with others.
 */
export function liesElsewhere(scene: RankScene, chances: Float64Array, name: number, place: number): boolean {
  const { atlas } = scene
  if (atlas.kind[place]! < KIND.capital || atlas.kind[place]! > KIND.quarter || atlas.population[place]! >= BIG_TOWN)
    return false
  const links = scene.links[name]!.filter((link) => link.way === 'after')
  return (
    links.length > 0 &&
    links.every((link) => {
      const from = scene.offset[link.name]!
      let [area, holding] = [0, 0]
      for (const [i, reference] of scene.names[link.name]!.references.entries()) {
        const outer = placeOf(reference)
        const kind = atlas.kind[outer]!
        if (kind >= KIND.country && kind <= KIND.admin2) area += chances[from + i]!
        if (holds(atlas, outer, place)) holding += chances[from + i]!
      }
      return area > 0.6 && holding < 0.1
    })
  )
}

/** Whether one place is an area that holds another. */
function holds(atlas: Atlas, outer: number, inner: number): boolean {
  if (outer === inner || atlas.country[outer] === 0 || atlas.country[outer] !== atlas.country[inner]!) return false
  const kind = atlas.kind[outer]!
  const innerKind = atlas.kind[inner]!
  if (kind === KIND.country) return innerKind !== KIND.country
  if (atlas.admin1[outer] !== atlas.admin1[inner]! || innerKind <= KIND.admin1) return false
  if (kind === KIND.admin1) return true
  if (kind === KIND.admin2) return atlas.admin2[outer] === atlas.admin2[inner]! && innerKind > KIND.admin2
  return (
    innerKind > KIND.admin2 &&
    Math.abs(atlas.lat[outer]! - atlas.lat[inner]!) < 0.4 &&
    Math.abs(atlas.lon[outer]! - atlas.lon[inner]!) < 0.5
  )
}
