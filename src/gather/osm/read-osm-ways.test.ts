import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { writeOsmFile } from './osm-file.fixture.ts'
import { readOsmWays } from './read-osm-ways.ts'

const FILE = writeOsmFile({
  nodes: [
    [1, 35.8, 36.1],
    [2, 35.8, 36.2],
    [3, 35.81, 36.25],
    [4, 35.8, 36.3],
    [5, 35.9, 36.2],
    [6, 30, 30],
    [7, 30, 30.1],
  ],
  ways: [
    { refs: [1, 2, 3, 4], tags: { highway: 'trunk', ref: 'M4' } },
    { refs: [5, 2], tags: { highway: 'tertiary', name: 'شارع', oneway: '-1' } },
    { refs: [1, 5], tags: { highway: 'footway' } },
    { refs: [4, 5], tags: { highway: 'residential', access: 'private' } },
    { refs: [4, 99], tags: { highway: 'residential' } },
    { refs: [6, 7], tags: { highway: 'primary' } },
  ],
})
const BOX = { south: 35, west: 36, north: 37, east: 37 }
const open = (bytes: Buffer) => (): Readable => Readable.from([bytes.subarray(0, 70), bytes.subarray(70)])

describe('an OpenStreetMap extract', () => {
  it('becomes ways between the points where roads meet', async () => {
    const read = await readOsmWays(open(FILE), 'x.osm.pbf', BOX)
    if (!read.ok) return expect.fail(read.failure.message)
    expect(read.value).toMatchObject({ roads: 4, broken: 1 })
    expect(
      read.value.ways.map(({ from, to, name, oneWay, points }) => [from, to, name, oneWay, points.length]),
    ).toEqual([
      ['osm:1', 'osm:2', 'M4', false, 2],
      ['osm:2', 'osm:4', 'M4', false, 3],
      ['osm:2', 'osm:5', 'شارع', true, 2],
    ])
    expect(read.value.ways[0]?.lengthMetres).toBeCloseTo(9019, -2)
  })

  it.each([
    ['one that breaks off', FILE.subarray(0, FILE.length - 20), 'osm-unreadable'],
    ['another file', Buffer.from('<osm version="0.6"></osm> and so on, for a while'), 'osm-unreadable'],
  ])('is refused: %s', async (_, bytes, code) => {
    const read = await readOsmWays(open(bytes), 'x.osm.pbf')
    expect(read.ok ? 'read' : read.failure.code).toBe(code)
  })

  it('is refused where it has no road in the area', async () => {
    const read = await readOsmWays(open(FILE), 'x.osm.pbf', { south: 0, west: 0, north: 1, east: 1 })
    expect(read.ok ? 'read' : read.failure.code).toBe('osm-without-roads')
  })
})
