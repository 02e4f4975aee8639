import { assert, integer, nat, property, tuple, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../base/calendar.ts'
import { assign } from './choose-pairs.ts'
import { readEventTable, type EventTable } from './event-table.ts'
import { matchEventTables } from './match-event-tables.ts'
import { matchingMarginals } from './matching-marginals.ts'
import { readTaxonomy } from './taxonomy.ts'

interface Row {
  readonly event: string
  readonly day: number
  readonly lat: number
  readonly lon: number
  readonly actor: string
}

function table(dataset: string, rows: readonly Row[]): EventTable {
  const lines = rows.map((r) => `${dataset},${r.event},${formatDay(r.day)},,${r.lat},${r.lon},"${r.actor}"`)
  const read = readEventTable(['dataset,event,date,enddate,latitude,longitude,actor_tax', ...lines].join('\n'))
  if (!read.ok) throw new Error(read.failure.message)
  return read.value
}

/** Sixty events scattered over a year and two degrees; forty of them told again, a day and some kilometres off. */
function twoTables(): { a: EventTable; b: EventTable } {
  const first = Array.from({ length: 60 }, (_, i) => ({
    event: `a${i}`,
    day: 18_000 + ((i * 73) % 360),
    lat: 35 + ((i * 37) % 60) / 30,
    lon: 36 + ((i * 53) % 60) / 30,
    actor: ['League', 'Guard', 'Shura'][i % 3] ?? '',
  }))
  const again = first.slice(0, 40).map((row, i) => ({
    event: `b${i}`,
    lon: row.lon,
    day: row.day + ([0, 0, 1, -1][i % 4] ?? 0),
    lat: row.lat + 0.02,
    actor: i % 7 === 0 ? 'unknown group' : row.actor,
  }))
  return { a: table('A', first), b: table('B', again) }
}

describe('matchEventTables', () => {
  it('finds the events told again a day and some kilometres off', () => {
    const { a, b } = twoTables()
    const right = matchEventTables(a, b).filter((pair) => pair.a.slice(1) === pair.b.slice(1))
    expect(right.length).toBeGreaterThanOrEqual(38)
  })

  it('gives each event one partner at most', () => {
    const { a, b } = twoTables()
    const pairs = matchEventTables(a, b)
    expect(new Set(pairs.map((pair) => pair.a)).size).toBe(pairs.length)
    expect(new Set(pairs.map((pair) => pair.b)).size).toBe(pairs.length)
  })

  it('answers no pair for tables without common ground', () => {
    const row = { event: '1', day: 18_000, lat: 35, lon: 36, actor: 'x' }
    expect(matchEventTables(table('A', [row]), table('B', [{ ...row, lat: 40 }]))).toEqual([])
    expect(matchEventTables(table('A', []), table('B', []))).toEqual([])
  })

  it('lets categories of two code books agree through their taxonomy', () => {
    const taxonomy = readTaxonomy(
      'data.source,base.categories,l1\nA,Van,Car\nA,Lorry,Truck\nB,Estate,Car\nB,Tanker,Truck\n',
    )
    if (!taxonomy.ok) throw new Error(taxonomy.failure.message)
    const here = { day: 18_000, lat: 35, lon: 36 }
    const a = table('A', [
      { ...here, event: 'van', actor: 'Van' },
      { ...here, event: 'lorry', actor: 'Lorry' },
    ])
    const b = table('B', [
      { ...here, event: 'tanker', actor: 'Tanker' },
      { ...here, event: 'estate', actor: 'Estate' },
    ])
    const pairs = matchEventTables(a, b, { taxonomies: new Map([['actor', taxonomy.value]]) })
    expect(pairs.map((pair) => `${pair.a}-${pair.b}`).sort()).toEqual(['lorry-tanker', 'van-estate'])
  })
})

describe('matchingMarginals', () => {
  it('is exact on a tree', () => {
    // Two rows of A want the same row of B with odds 2 and 3: matchings {}, {1}, {2} weigh 1, 2, 3.
    const graph = { length: 2, a: Int32Array.of(0, 1), b: Int32Array.of(0, 0) }
    const [one, two] = matchingMarginals(graph, Float64Array.of(2, 3))
    expect(one).toBeCloseTo(2 / 6)
    expect(two).toBeCloseTo(3 / 6)
  })
})

describe('assign', () => {
  it('beats or equals every other one-to-one choice', () => {
    const edges = uniqueArray(tuple(nat(3), nat(3), integer({ min: 1, max: 9 })), {
      selector: ([a, b]) => `${a}-${b}`,
      maxLength: 9,
    })
    assert(
      property(edges, (list) => {
        const graph = {
          length: list.length,
          a: Int32Array.from(list, ([a]) => a),
          b: Int32Array.from(list, ([, b]) => b),
        }
        const values = Float64Array.from(list, ([, , value]) => value)
        const total = (chosen: readonly number[]): number => chosen.reduce((sum, k) => sum + (values[k] ?? 0), 0)
        expect(total(assign(graph, values, 0))).toBe(bestTotal(list, new Set(), new Set()))
      }),
    )
  })
})

function bestTotal(edges: readonly (readonly [number, number, number])[], a: Set<number>, b: Set<number>): number {
  const [first, ...rest] = edges
  if (!first) return 0
  const without = bestTotal(rest, a, b)
  if (a.has(first[0]) || b.has(first[1])) return without
  return Math.max(without, first[2] + bestTotal(rest, new Set([...a, first[0]]), new Set([...b, first[1]])))
}
