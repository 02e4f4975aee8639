import { elementAt } from '../../base/element-at.ts'
import type { PlaceReference } from '../../model/index.ts'
import type { Atlas } from './atlas.ts'
import { KIND, SOURCE_LETTERS } from './gazetteer-format.ts'
import { radiusOf } from './radius.ts'

/** What the record says of a place that a name was resolved to. `partly`: only a part of the name is the place's. */
export function referenceTo(atlas: Atlas, place: number, partly: boolean): PlaceReference {
  const own = elementAt(atlas.local.places, place - atlas.world.places)
  const { name, source } = identityOf(atlas, place)
  const decimals = 1e5
  return {
    name,
    lat: Math.round((own?.lat ?? atlas.lat[place]!) * decimals) / decimals,
    lon: Math.round((own?.lon ?? atlas.lon[place]!) * decimals) / decimals,
    radiusMetres: radiusOf(atlas, place, partly),
    source,
  }
}

/** `case:<id>` for a case's place, `geonames:<id>`, `iso3166:<letters>` for a country, else `truceline:<name>` from the lists of ours. */
function identityOf(atlas: Atlas, place: number): { readonly name: string; readonly source: string } {
  const own = elementAt(atlas.local.places, place - atlas.world.places)
  if (own) return { name: own.name, source: `case:${own.id}` }
  const name = atlas.world.nameOf(place)
  const id = atlas.world.geonames[place] ?? 0
  if (id >= SOURCE_LETTERS) return { name, source: `iso3166:${lettersOf(id)}` }
  if (id > 0) return { name, source: `geonames:${id}` }
  const kind = atlas.kind[place]
  const country = lettersOf(atlas.world.geonames[atlas.country[place]! - 1] ?? 0)
  return {
    name,
    source: kind === KIND.admin1 || kind === KIND.admin2 ? `geonames:${country}/${name}` : `truceline:${name}`,
  }
}

/** Countries come first in the gazetteer, in the order of their numbers, and carry their letters. */
function lettersOf(id: number): string {
  return String.fromCharCode((id >>> 8) & 0x7f, id & 0x7f)
}
