import type { Atlas } from './atlas.ts'
import { placeOf } from './gazetteer.ts'
import type { RankScene } from './rank-features.ts'

/** Readings of other names that count as context, for each name. */
const CONTEXT_READINGS = 2
/** Names that count as context. */
const CONTEXT_NAMES = 24

/** The likeliest readings of a text's names, in columns. */
export interface RankContext {
  readonly name: Int32Array
  readonly kind: Uint8Array
  readonly country: Uint8Array
  readonly admin1: Uint16Array
  readonly admin2: Uint16Array
  readonly lat: Float64Array
  readonly lon: Float64Array
  readonly weight: Float64Array
  count: number
}

/** Empty memory for a context. */
export function createRankContext(): RankContext {
  const room = CONTEXT_NAMES * CONTEXT_READINGS
  return {
    name: new Int32Array(room),
    kind: new Uint8Array(room),
    country: new Uint8Array(room),
    admin1: new Uint16Array(room),
    admin2: new Uint16Array(room),
    lat: new Float64Array(room),
    lon: new Float64Array(room),
    weight: new Float64Array(room),
    count: 0,
  }
}

function addReading(context: RankContext, atlas: Atlas, name: number, place: number, weight: number): void {
  const at = context.count++
  context.name[at] = name
  context.kind[at] = atlas.kind[place]!
  context.country[at] = atlas.country[place]!
  context.admin1[at] = atlas.admin1[place]!
  context.admin2[at] = atlas.admin2[place]!
  context.lat[at] = atlas.lat[place]!
  context.lon[at] = atlas.lon[place]!
  context.weight[at] = weight
}

/** The likeliest readings of the text's first names, weighed by how often the name stands there. */
export function likelyReadings(scene: RankScene, chances: Float64Array): RankContext {
  const { context } = scene
  context.count = 0
  const names = Math.min(scene.names.length, CONTEXT_NAMES)
  for (let name = 0; name < names; name++) {
    const { references, mentions } = scene.names[name]!
    const from = scene.offset[name]!
    let barred = -1
    for (let reading = 0; reading < CONTEXT_READINGS; reading++) {
      let best = -1
      for (let i = 0; i < references.length; i++) {
        if (i !== barred && (best < 0 || chances[from + i]! > chances[from + best]!)) best = i
      }
      if (best < 0 || chances[from + best]! < 0.1) break
      const weight = chances[from + best]! * Math.min(2, Math.sqrt(Math.max(1, mentions.length)))
      addReading(context, scene.atlas, name, placeOf(references[best]!), weight)
      barred = best
    }
  }
  return context
}
