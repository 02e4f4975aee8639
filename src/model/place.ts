import type { Span } from '../base/span.ts'

/** Where a place name leads. */
export interface PlaceReference {
  /** The gazetteer's name. */
  readonly name: string
  /** WGS 84 degrees. */
  readonly lat: number
  readonly lon: number
  /** How far from the point the place may reach. */
  readonly radiusMetres: number
  /** Where the coordinates come from: `geonames:169389`, `case:m4`. */
  readonly source: string
}

/** A place named in a report; the reference's fields are null where the name leads nowhere known. */
export type PlaceMention = Span & (PlaceReference | { readonly [K in keyof PlaceReference]: null })
