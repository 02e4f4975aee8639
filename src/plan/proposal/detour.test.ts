import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../base/calendar.ts'
import { distanceMetres } from '../../base/geometry/distance.ts'
import { projectToLine } from '../../base/geometry/project-to-line.ts'
import type { Way } from '../../model/index.ts'
import { buildCorridor, type Corridor } from '../network/corridor.ts'
import { createPathFinder } from '../network/find-path.ts'
import { barsOn } from '../risk/bars.ts'
import { hazardsOf } from '../risk/hazard.ts'
import { DEFAULT_PARAMETERS } from '../risk/parameters.ts'
import { recordOf, ROAD, type Told } from '../testing.fixture.ts'
import { findDetours } from './detour.ts'

const DAY = parseDay('2020-03-15') ?? 0
const at = (km: number, north: number) => ({ lat: 36 + north / 111.195, lon: 36 + km * 0.011119 })

function way(
  from: string,
  to: string,
  ends: readonly [ReturnType<typeof at>, ReturnType<typeof at>],
  schematic = false,
): Way {
  const lengthMetres = distanceMetres(...ends)
  return { from, to, points: ends, lengthMetres, kmh: 45, name: null, oneWay: false, schematic }
}

/** Two ways round from km 20 to km 40: one 5 km north, one 12 km north. */
const WAYS = [
  way('turn-2', 'near-a', [at(20, 0), at(20, 5)]),
  way('near-a', 'near-b', [at(20, 5), at(40, 5)]),
  way('near-b', 'turn-4', [at(40, 5), at(40, 0)]),
  way('near-a', 'far-a', [at(20, 5), at(20, 12)]),
  way('far-a', 'far-b', [at(20, 12), at(40, 12)], true),
  way('far-b', 'near-b', [at(40, 12), at(40, 5)]),
]

function detours(told: readonly Told[], corridor: Corridor = buildCorridor([ROAD], WAYS, DEFAULT_PARAMETERS)) {
  const record = recordOf(told)
  const hazards = hazardsOf(record, [ROAD], DEFAULT_PARAMETERS)
  const { standing } = barsOn(DAY, hazards, record.patrols, DEFAULT_PARAMETERS)
  const situation = { hazards, bars: standing, watches: [], settlements: [], parameters: DEFAULT_PARAMETERS }
  return findDetours(corridor, { road: 'r1', fromKm: 0, toKm: 60 }, { day: DAY, hour: 9 }, situation)
}

const crowd = (report: string, km: number, north = 0): Told => {
  return { report, act: 'patrol-blocked', km, north, published: '2020-03-14' }
}

describe('ways round', () => {
  it('stay on the road where nothing bars it', () => {
    expect(detours([]).ways[0]).toMatchObject({ leavesAtKm: null, schematicKm: 0 })
  })

  it('leave it before a crowd and come back behind', () => {
    const [best] = detours([crowd('a', 30)]).ways
    expect(best?.leavesAtKm).toBeCloseTo(19.5, 1)
    expect(best?.lengthKm).toBeCloseTo(70, 0)
    expect(best?.onRoadKm).toBeCloseTo(40, 0)
  })

  it('keep clear of a crowd on the way round too, and say what is only assumed', () => {
    const [best] = detours([crowd('a', 30), crowd('b', 30, 5)]).ways
    expect(best?.schematicKm).toBeCloseTo(20, 0)
  })

  it('keep clear of one that lies far off the road', () => {
    expect(detours([crowd('a', 30), crowd('b', 30, 5), crowd('c', 30, 12)]).ways).toEqual([])
  })

  it('cost longer drives for less exposure as risk weighs more', () => {
    const attack: Told = { report: 'a', act: 'attack-on-patrol', km: 30, published: '2020-03-14' }
    const { curve } = detours([attack])
    const exposures = curve.map(({ exposure }) => exposure)
    const lengths = curve.map(({ lengthKm }) => lengthKm)
    expect(exposures).toEqual(exposures.toSorted((a, b) => b - a))
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
  })
})

describe('whatever is reported where', () => {
  it('no way goes through a crowd', () => {
    const corridor = buildCorridor([ROAD], WAYS, DEFAULT_PARAMETERS)
    const anywhere = fc.record({ km: fc.integer({ min: 0, max: 60 }), north: fc.integer({ min: 0, max: 13 }) })
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 1, maxLength: 4 }), (spots) => {
        const told = spots.map(({ km, north }, i) => crowd(`r${i}`, km, north))
        const record = recordOf(told)
        const hazards = hazardsOf(record, [ROAD], DEFAULT_PARAMETERS)
        const { standing } = barsOn(DAY, hazards, [], DEFAULT_PARAMETERS)
        expect(standing).toHaveLength(spots.length)
        const free = Float64Array.from(corridor.edges, ({ line, seconds }) => {
          const isNear = spots.some(({ km, north }) => projectToLine(line, at(km, north)).offsetMetres < 990)
          return isNear ? Infinity : seconds
        })
        // where no way is free, none may be found
        const finder = createPathFinder(corridor.network)
        const [from, to] = [corridor.nodeAt('r1', 0), corridor.nodeAt('r1', 60)]
        if (!finder.find(free, from, to)) expect(detours(told, corridor).ways).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})
