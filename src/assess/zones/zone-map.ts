import { parseDay, type DayNumber } from '../../base/calendar.ts'
import type { PlaceReference, TimeReference, Zone } from '../../model/index.ts'
import { buildShape, type ZoneSources } from './build-shape.ts'
import { growBox, isInBox, type Shape } from './shape.ts'

/** Whether something lies in a zone. `cannot-tell`: its place may reach across the edge, or nobody knows the zone's shape. */
export type Membership = 'inside' | 'outside' | 'cannot-tell'

interface MappedZone {
  readonly zone: Zone
  readonly shape: Shape | null
  readonly places: ReadonlySet<string>
  readonly from: DayNumber | null
  readonly to: DayNumber | null
}

/** Places kept; a record names some thousand places at most, an attacker's more must not fill the memory. */
const MOST_KEPT = 200_000

/** A place as the zones of an agreement see it; answers are kept, so that each zone's edge is measured once. */
export interface PlaceInZones {
  readonly membership: (zone: string) => Membership
}

/** The zones of an agreement with their shapes built once, and places asked about before at hand. */
export class ZoneMap {
  readonly #zones = new Map<string, MappedZone>()
  readonly #places = new Map<string, PlaceInZones>()
  readonly #nowhere: PlaceInZones = { membership: () => 'cannot-tell' }

  constructor(zones: readonly Zone[], sources: ZoneSources) {
    const shapes = new Map<string, Shape | null>()
    for (const zone of zones) {
      const shape = buildShape(zone.shape, sources, shapes)
      shapes.set(zone.id, shape)
      const [from, to] = [parseDay(zone.from ?? ''), parseDay(zone.to ?? '')]
      this.#zones.set(zone.id, { zone, shape, places: new Set(zone.places), from, to })
    }
  }

  /** A place among the zones. It is taken as the circle that it may reach, a zone's edge as uncertain as it is drawn. */
  around(place: PlaceReference | null): PlaceInZones {
    if (!place) return this.#nowhere
    const key = `${place.source} ${place.lat} ${place.lon} ${place.radiusMetres}`
    const known = this.#places.get(key)
    if (known) return known
    const answers = new Map<string, Membership>()
    const fresh: PlaceInZones = {
      membership: (id) => {
        const mapped = this.#zones.get(id)
        const answer = answers.get(id) ?? (mapped ? askZone(mapped, place) : 'cannot-tell')
        answers.set(id, answer)
        return answer
      },
    }
    if (this.#places.size < MOST_KEPT) this.#places.set(key, fresh)
    return fresh
  }

  /** Whether a zone holds at a time at all. */
  holdsOn(zoneId: string, time: TimeReference): boolean {
    const zone = this.#zones.get(zoneId)
    if (!zone) return false
    const { from, to } = zone
    return (from === null || (parseDay(time.to) ?? from) >= from) && (to === null || (parseDay(time.from) ?? to) <= to)
  }

  /** The zones that a place surely lies in. */
  zonesOf(place: PlaceReference | null): readonly string[] {
    const { membership } = this.around(place)
    return [...this.#zones.keys()].filter((id) => membership(id) === 'inside')
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
