/**
 * A GPX file of 100,000 points from bytes to a drive matched to the road. Where the time goes, beside htmlparser2 only walking over the
 * same file.
 */
import { readFileSync } from 'node:fs'
import { Parser } from 'htmlparser2'
import { cleanTrack } from '../src/plan/drive/clean-track.ts'
import { drivePoints, gpxFile } from '../src/plan/drive/gpx.fixture.ts'
import { matchDrive } from '../src/plan/drive/match-drive.ts'
import { parseGpx } from '../src/plan/drive/parse-gpx.ts'
import { parseRoads } from '../src/plan/index.ts'
import { measureTurns, spreadOf } from './spread.ts'

const [m4] = parseRoads(JSON.parse(readFileSync(new URL('../cases/idlib-2020/roads.geojson', import.meta.url), 'utf8')))
if (!m4) throw new Error('no road')
const text = gpxFile(drivePoints(m4, 110.9, 41.7, 100_000))
const bytes = new TextEncoder().encode(text)

const walk = (): number => {
  let tags = 0
  const parser = new Parser({ onopentag: () => (tags += 1) }, { xmlMode: true })
  parser.write(text)
  parser.end()
  return tags
}
const match = (): number => {
  const track = parseGpx(bytes, 'bench.gpx')
  return track.ok ? matchDrive(cleanTrack(track.value), m4).drivenKm : 0
}
const [matching = [], walking = []] = measureTurns([match, walk])
for (const [name, seconds] of [
  ['bytes to drive', matching],
  ['htmlparser2 alone', walking],
] as const) {
  const { min, median, max } = spreadOf(seconds)
  const ms = [min, median, max].map((value) => `${(value * 1000).toFixed(0)} ms`)
  console.log(`${name.padEnd(20)} min ${ms[0]}  median ${ms[1]}  max ${ms[2]}`)
}
