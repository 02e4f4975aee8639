/** A name of a place on its way into the gazetteer; `how` is a value of HOW. */
export interface RowName {
  readonly text: string
  readonly how: number
}

/** One place on its way into the gazetteer. */
export interface PlaceRow {
  /** GeoNames id, 0 where it has none. */
  readonly geonames: number
  readonly name: string
  readonly names: readonly RowName[]
  readonly lat: number
  readonly lon: number
  readonly population: number
  /** Value of KIND. */
  readonly kind: number
  /** ISO 3166-1 alpha-2, empty for seas and continents. */
  readonly country: string
  /** GeoNames codes, as "US.LA" and "US.LA.009"; empty where none. */
  readonly admin1: string
  readonly admin2: string
  /** Reach in km where the kind does not tell it; 0 otherwise. */
  readonly radiusKm: number
}

/** The fields of a tab-separated file's rows, without comment lines. */
export function readTable(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}

/** The parts of a list field, separated by semicolons. */
export function readList(field: string | undefined): readonly string[] {
  return (field ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
