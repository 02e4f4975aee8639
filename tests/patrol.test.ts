import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const GOLDEN = join(import.meta.dirname, 'golden')
const PLAN = ['patrol', 'plan', '--road', 'M4', '--from', 'trumba', '--to', 'ain-al-hawr']

/** Compares with a golden file; `UPDATE=1 npm test -- tests/patrol.test.ts` writes it anew, to be reviewed as a diff. */
function expectGolden(name: string, text: string): void {
  const file = join(GOLDEN, name)
  if (process.env['UPDATE']) writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

interface Plan {
  readonly proposals: readonly {
    readonly allowed: boolean
    readonly patrolledKm: number
    readonly barredBy: readonly {
      readonly kind: string
      readonly place: string | null
      readonly part: { readonly toKm: number }
    }[]
    readonly way: { readonly kind: string; readonly turnAt?: { readonly name: string; readonly km: number } }
  }[]
  readonly proposed: number
}

/** What of a plan must not change without somebody looking: figures, and where exactly to turn, shift whenever reports are
 * read better, and stay out. */
async function planOf(day: string): Promise<{ readonly plan: Plan; readonly told: string }> {
  const args = [...PLAN, '--at', `${day}T09:00`, '--as-of', day, '--format', 'json']
  const plan = JSON.parse((await runCommand(args)).stdout) as Plan
  const lines = plan.proposals
    .filter(({ way }) => way.kind === 'full' || way.kind === 'shortened')
    .map(({ allowed, barredBy, way }, i) => {
      const mark = i === plan.proposed ? 'proposed' : allowed ? 'allowed' : 'not allowed'
      const bars = barredBy.map(({ kind, place, part }) => `, ${kind} at ${place} up to km ${part.toKm.toFixed(1)}`)
      return `${way.kind}: ${mark}${bars.join('')}\n`
    })
  return { plan, told: `${day}\n${lines.join('')}` }
}

describe('patrol plans of the Idlib case', () => {
  it('propose to turn before the blocked stretch, by what was known on 15 March 2020', async () => {
    const { plan, told } = await planOf('2020-03-15')
    const { way, patrolledKm } = plan.proposals[plan.proposed] ?? expect.fail('nothing proposed')
    expect(way.kind).toBe('shortened')
    expect(way.turnAt?.km).toBeGreaterThan(97.5)
    expect(patrolledKm).toBeLessThan(15)
    expectGolden('patrol-plan-2020-03-15.txt', told)
  })

  it('allow the whole road, by what was known on 22 July 2020', async () => {
    const { plan, told } = await planOf('2020-07-22')
    expect(plan.proposals[plan.proposed]).toMatchObject({ allowed: true, way: { kind: 'full' } })
    expectGolden('patrol-plan-2020-07-22.txt', told)
  })

  it('say on the terminal why, with the reports behind it', async () => {
    const { stdout } = await runCommand([...PLAN, '--at', '2020-03-15T09:00', '--as-of', '2020-03-15'])
    expect(stdout).toContain('M4 from Trumba (km 110.9) to Ain al-Hawr (km 41.7), 15 March 2020, 09:00')
    expect(stdout).toMatch(/The road is barred at Ariha, km 92\.5–97\.5: a crowd of civilians/)
    expect(stdout).toContain('People')
    expect(stdout.split('\n').filter((line) => line.length > 96)).toEqual([])
  })

  it('choose the Ain al-Hawr on the road, not its namesake', async () => {
    const { stdout } = await runCommand([...PLAN.slice(0, -1), 'Ayn al-Hawr', '--at', '2020-03-15T09:00'])
    expect(stdout).toContain('to Ain al-Hawr (km 41.7)')
  })
})

describe('patrol history', () => {
  it('tells every patrol in each side’s own words', async () => {
    const { stdout } = await runCommand(['patrol', 'history'])
    expectGolden('patrol-history.txt', stdout)
  })

  it('knows no patrol of a later day', async () => {
    const { stdout } = await runCommand(['patrol', 'history', '--as-of', '2020-03-31', '--format', 'ndjson'])
    expect(stdout.trim().split('\n')).toHaveLength(2)
  })
})

describe('patrol commands', () => {
  it.each([
    [
      'an unknown road',
      ['patrol', 'plan', '--road', 'A1', '--from', '1', '--to', '2', '--at', '2020-03-15T09:00'],
      1,
      'road-unknown',
    ],
    ['an unknown place', [...PLAN.slice(0, -1), 'Paris', '--at', '2020-03-15T09:00'], 1, 'place-unknown'],
    ['a time that is none', [...PLAN, '--at', 'noon'], 2, '--at'],
    ['a figure that is none', [...PLAN, '--at', '2020-03-15T09:00', '--set', 'hope=1'], 2, '--set'],
    ['an unknown patrol', ['patrol', 'show', '1999-01-01'], 1, 'patrol-unknown'],
  ])('refuse %s', async (_, args, status, words) => {
    const finished = await runCommand(args)
    expect(finished.status).toBe(status)
    expect(finished.stderr).toContain(words)
  })
})
