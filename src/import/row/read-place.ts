import { done, failed, type Result } from '../../base/result.ts'
import type { PlaceMention } from '../../model/index.ts'
import { rowFault, type RowFault } from '../failure.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { readNumber } from './numbers.ts'
import { expectedCodes } from './read-act.ts'
import type { RowText } from './row-text.ts'

type PlaceMapping = NonNullable<Mapping['place']>

/**
 * Reads where it was done. A row with a name and no point is a place that leads nowhere; a row with neither has no place. The radius
 * says how far off it may have been by the table's precision code.
 */
export function readPlace(row: RowText, mapping: Mapping): Result<PlaceMention | null, RowFault> {
  const { place } = mapping
  if (!place) return done(null)
  const span = row.spanOf(row.firstTold([...place.name, place.latitude]))
  if (!span) return done(null)
  const lat = readDegrees(row, place.latitude, 90)
  if (!lat.ok) return lat
  const lon = readDegrees(row, place.longitude, 180)
  if (!lon.ok) return lon
  if (lat.value === null || lon.value === null)
    return done({ ...span, name: null, lat: null, lon: null, radiusMetres: null, source: null })
  const radius = readRadius(row, place)
  if (!radius.ok) return radius
  const source = `import:${mapping.dataset}`
  return done({ ...span, name: span.text, lat: lat.value, lon: lon.value, radiusMetres: radius.value, source })
}

function readDegrees(row: RowText, column: string, most: number): Result<number | null, RowFault> {
  const told = row.told(column)
  if (told === null) return done(null)
  const degrees = readNumber(told)
  if (degrees !== null && Math.abs(degrees) <= most) return done(degrees)
  return failed(rowFault('coordinate-unreadable', column, told, `degrees from -${most} to ${most}`))
}

function readRadius(
  row: RowText,
  { radiusMetres, radiusByCode, radiusColumn }: PlaceMapping,
): Result<number, RowFault> {
  if (radiusColumn !== undefined) return readMetres(row, radiusColumn)
  if (!radiusByCode) return done(radiusMetres ?? 0)
  const { column, codes, untold } = radiusByCode
  const code = row.told(column)
  const radius = code === null ? untold : Object.hasOwn(codes, code) ? codes[code] : undefined
  if (radius !== undefined) return done(radius)
  return failed(rowFault('code-unknown', column, code ?? '', expectedCodes(Object.keys(codes))))
}

function readMetres(row: RowText, column: string): Result<number, RowFault> {
  const told = row.told(column) ?? '0'
  const metres = readNumber(told)
  if (metres !== null && metres >= 0) return done(metres)
  return failed(rowFault('number-unreadable', column, told, 'metres'))
}
