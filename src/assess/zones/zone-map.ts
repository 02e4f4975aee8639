import { parseDay } from '../../base/calendar.ts'
import type { PlaceReference, TimeReference, Zone } from '../../model/index.ts'
import { buildShape, type ZoneSources } from './build-shape.ts'
import { growBox, isInBox, type Shape } from './shape.ts'

/** Whether something lies in a zone. `cannot-tell`: its place may reach across the edge, or nobody knows the zone's shape. */
export type Membership = 'inside' | 'outside' | 'cannot-tell'

interface MappedZone {
  readonly zone: Zone
  readonly shape: Shape | null
  readonly places: ReadonlySet<string>
}

/** Answers kept; a record names some thousand places at most, an attacker's more must not fill the memory. */
const MOST_KEPT = 200_000

/** The zones of an agreement with their shapes built once, and answers kept by place. */
export class ZoneMap {
  readonly #zones = new Map<string, MappedZone>()
  readonly #answers = new Map<string, Map<string, Membership>>()

  constructor(zones: readonly Zone[], sources: ZoneSources) {
    const shapes = new Map<string, Shape | null>()
    for (const zone of zones) {
      const shape = buildShape(zone.shape, sources, shapes)
      shapes.set(zone.id, shape)
      this.#zones.set(zone.id, { zone, shape, places: new Set(zone.places) })
      this.#answers.set(zone.id, new Map())
    }
  }

  /** Whether a place lies in a zone. The place is taken as the circle that it may reach, the zone's edge as uncertain as it is drawn. */
  membership(zoneId: string, place: PlaceReference | null): Membership {
    const mapped = this.#zones.get(zoneId)
    if (!place || !mapped) return 'cannot-tell'
    const answers = this.#answers.get(zoneId)
    const key = `${place.source} ${place.lat} ${place.lon} ${place.radiusMetres}`
    const known = answers?.get(key)
    if (known) return known
    const answer = askZone(mapped, place)
    if (answers && answers.size < MOST_KEPT) answers.set(key, answer)
    return answer
  }

  /** Whether a zone holds at a time at all. */
  holdsOn(zoneId: string, time: TimeReference): boolean {
    const zone = this.#zones.get(zoneId)?.zone
    if (!zone) return false
    const [from, to] = [parseDay(zone.from ?? ''), parseDay(zone.to ?? '')]
    return (from === null || (parseDay(time.to) ?? from) >= from) && (to === null || (parseDay(time.from) ?? to) <= to)
  }

  /** The zones that a place surely lies in. */
  zonesOf(place: PlaceReference | null): readonly string[] {
    return [...this.#zones.keys()].filter((id) => this.membership(id, place) === 'inside')
  }
}

function askZone({ zone, shape, places }: MappedZone, place: PlaceReference): Membership {
  if (places.has(place.source)) return 'inside'
  if (!shape) return 'cannot-tell'
  const doubt = place.radiusMetres + zone.uncertaintyMetres
  // most places are far from most zones: no edge need be measured
  if (!isInBox(growBox(shape.box, doubt), place)) return 'outside'
  const metres = shape.metresInside(place)
  return metres >= doubt ? 'inside' : metres <= -doubt ? 'outside' : 'cannot-tell'
}
