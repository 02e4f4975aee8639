import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRoads, pointAtKm } from '../index.ts'
import { cleanTrack } from './clean-track.ts'
import { drivePoints, gpxFile, gpxPoint, START_SECONDS } from './gpx.fixture.ts'
import { drivenOf, matchDrive, type Drive } from './match-drive.ts'
import { parseGpx } from './parse-gpx.ts'

const ROADS = join(import.meta.dirname, '../../../cases/idlib-2020/roads.geojson')
const m4 = parseRoads(JSON.parse(readFileSync(ROADS, 'utf8')))[0] ?? expect.fail('no road')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function driveOf(bytes: Uint8Array): Drive | string {
  const track = parseGpx(bytes, 'track.gpx')
  return track.ok ? matchDrive(cleanTrack(track.value), m4) : track.failure.code
}

const out = drivePoints(m4, 110.9, 99, 400)
const back = drivePoints(m4, 99, 110.9, 400, START_SECONDS + 3000)

describe('a drive by its track', () => {
  it('tells how far it got, that it turned, and when it was there', () => {
    const drive = driveOf(bytesOf(gpxFile([...out, ...back])))
    if (typeof drive === 'string') return expect.fail(drive)
    expect(drive).toMatchObject({ turnedBack: true, departed: START_SECONDS, pointsOffRoad: 0, dropped: [] })
    expect(drive.farthestKm).toBeCloseTo(99, 1)
    expect(drive.drivenKm).toBeCloseTo(11.9, 1)
    expect(drivenOf(drive, { road: 'm4', fromKm: 105, toKm: 41.7 })).toBeCloseTo(6, 1)
    expect(drive.stops.map(({ km, minutes }) => [Math.round(km), Math.round(minutes)])).toEqual([[99, 35]])
  })

  it('counts nothing as driven where the track is silent', () => {
    const drive = driveOf(bytesOf(gpxFile([...out.slice(0, 100), ...out.slice(300)])))
    if (typeof drive === 'string') return expect.fail(drive)
    expect(drive.gaps).toHaveLength(1)
    expect(drive.drivenKm).toBeCloseTo(5.9, 0)
  })

  it('tells where it was off the road, for how long and how far', () => {
    const { lat, lon } = pointAtKm(m4, 105)
    const aside = Array.from({ length: 10 }, (_, i) => gpxPoint(lat + 0.02, lon, START_SECONDS + 600 + i * 60))
    const drive = driveOf(bytesOf(gpxFile([...drivePoints(m4, 110.9, 105, 100), ...aside])))
    if (typeof drive === 'string') return expect.fail(drive)
    expect(drive.pointsOffRoad).toBe(10)
    expect(drive.away).toMatchObject([
      { backKm: null, points: 10, from: START_SECONDS + 600, to: START_SECONDS + 1140 },
    ])
    expect(drive.away[0]?.leftKm).toBeCloseTo(105, 1)
    expect(drive.away[0]?.farthestMetres).toBeGreaterThan(1000)
  })

  it('is read in time linear in its points, also where they all stand in one second', () => {
    const standing = gpxPoint(m4.points[0]?.lat ?? 0, m4.points[0]?.lon ?? 0, START_SECONDS)
    const drive = driveOf(bytesOf(gpxFile(Array.from({ length: 100_000 }, () => standing))))
    if (typeof drive === 'string') return expect.fail(drive)
    expect(drive).toMatchObject({ pointsOnRoad: 100_000, stops: [] })
  })

  it('is not read where its elements nest without end', () => {
    const nested = '<a>'.repeat(300_000) + '</b>'.repeat(300_000)
    expect(driveOf(bytesOf(gpxFile([nested, ...out])))).toBe('gpx-without-points')
  })

  it('is matched to the road for 100,000 points', () => {
    const drive = driveOf(bytesOf(gpxFile(drivePoints(m4, 110.9, 41.7, 100_000))))
    if (typeof drive === 'string') return expect.fail(drive)
    expect(drive.pointsOnRoad).toBe(100_000)
    expect(drive.drivenKm).toBeCloseTo(69.2, 0)
  })
})

const whole = gpxFile(out)
const whys = (drive: Drive | string): string[] | string =>
  typeof drive === 'string' ? drive : drive.dropped.map(({ why, count }) => `${why} ${count}`)
const withPoint = (at: number, point: string): string => gpxFile([...out.slice(0, at), point, ...out.slice(at)])

describe('fifteen damaged files', () => {
  it.each<[string, Uint8Array | string, string | string[]]>([
    ['an empty file', '', 'gpx-empty'],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 250), 'gpx-foreign'],
    ['a page of the web', '<!doctype html><html><body>Not found</body></html>', 'gpx-foreign'],
    ['another format of the same trade', '<kml><Placemark><Point/></Placemark></kml>', 'gpx-foreign'],
    ['a track without points', gpxFile([]), 'gpx-without-points'],
    ['a file cut off in the middle of a point', whole.slice(0, whole.length - 4000), ['breaks-off 1']],
    [
      'a point without coordinates',
      withPoint(50, '<trkpt><time>2020-03-15T07:00:10Z</time></trkpt>'),
      ['no-coordinates 1'],
    ],
    ['a point off the earth', withPoint(50, gpxPoint(135.8, 36.6, null)), ['no-coordinates 1']],
    ['points without a fix', withPoint(0, gpxPoint(0, 0, null)), ['no-fix 1']],
    ['times that are none', whole.replaceAll(/<time>[^<]*<\/time>/g, '<time>soon</time>'), ['time-unreadable 400']],
    ['a clock that was never set', whole.replaceAll('2020-03-15T', '1980-01-06T'), ['clock-wrong 400']],
    ['a clock that goes back', whole.replace('<time>2020-03-15T07:05', '<time>2020-03-15T06:05'), ['clock-wrong 1']],
    ['a jump to another country', withPoint(200, gpxPoint(41, 29, START_SECONDS + 476)), ['jump 1']],
    [
      'a torn tag and a stray ampersand',
      whole.replace('<trkseg>', '<trkseg><name>A & B</name><trkpt lat="35.8'),
      ['no-coordinates 1'],
    ],
    ['another encoding than it says', Uint8Array.from([0xff, 0xfe, ...Buffer.from(whole, 'utf16le')]), []],
  ])('%s gives an error, or what is left and what was dropped', (_, file, expected) => {
    const drive = driveOf(typeof file === 'string' ? bytesOf(file) : file)
    expect(whys(drive)).toEqual(expected)
    if (typeof drive !== 'string') expect(drive.drivenKm).toBeGreaterThan(10)
  })

  it('and any bytes whatever never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void driveOf(bytes)))
    const cut = fc.nat(whole.length).map((at) => bytesOf(whole.slice(0, at)))
    fc.assert(
      fc.property(cut, (bytes) => void driveOf(bytes)),
      { numRuns: 50 },
    )
  })
})
