import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { done, failed, type Result } from '../../base/result.ts'
import type { ExchangeFailure } from '../../exchange/index.ts'
import { convertByGdal } from './gdal.ts'

/** Features as the bytes of a GeoPackage (OGC 12-128) with one layer of points, `incidents`. */
export async function writeGeoPackage(features: FeatureCollection<Geometry | null>): Promise<Uint8Array> {
  const options = ['-f', 'GPKG', '-nln', 'incidents', '-nlt', 'POINT', '-a_srs', 'EPSG:4326']
  const bytes = Buffer.from(JSON.stringify(features))
  const answer = await convertByGdal({ name: 'incidents.geojson', bytes, openOptions: ['DATE_AS_STRING=YES'], options })
  if ('refused' in answer) throw new TypeError(`GeoPackage: ${answer.refused}`)
  return answer.bytes
}

/** The features of a GeoPackage's first layer. Fails with `exchange-malformed`. */
export async function readGeoPackage(
  bytes: Uint8Array,
  place: string,
): Promise<Result<readonly Feature[], ExchangeFailure>> {
  const options = ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=15']
  const answer = await convertByGdal({ name: 'input.gpkg', bytes, openOptions: [], options })
  if ('refused' in answer) {
    const message = `${place}: found ${answer.refused}, expected a GeoPackage with features`
    return failed({ code: 'exchange-malformed', message })
  }
  const { features } = JSON.parse(Buffer.from(answer.bytes).toString()) as FeatureCollection
  return done(features)
}
