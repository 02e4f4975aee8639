import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { parseInterludes, parsePatrols } from '../index.ts'

const FILE = readFileSync(join(import.meta.dirname, '../../../cases/idlib-2020/patrols.yaml'), 'utf8')
const read = parsePatrols(FILE, 'patrols.yaml')
const patrols = read.ok ? read.value : expect.fail(read.failure[0]?.message)
const accountOf = (id: string, side: string) =>
  patrols.find((patrol) => patrol.id === id)?.accounts.find((account) => account.side === side)

describe('the patrols of the Idlib case', () => {
  it('are told with sources', () => {
    expect(patrols.length).toBeGreaterThan(20)
    expect(patrols.flatMap(({ accounts }) => accounts).filter(({ sources }) => sources.length === 0)).toEqual([])
    const between = parseInterludes(FILE, 'patrols.yaml')
    expect(between.ok && between.value.length).toBeGreaterThan(4)
  })

  it('keep both sides where they differ', () => {
    expect(accountOf('2020-03-23-m4', 'tr')?.outcome).toBe('completed')
    expect(accountOf('2020-03-23-m4', 'ru')?.outcome).toBe('shortened')
    expect(accountOf('2020-08-25-m4', 'tr')?.number).toBe(26)
    expect(accountOf('2020-08-25-m4', 'ru')?.number).toBe(23)
    expect(accountOf('2020-03-15-m4', 'tr')?.reason).toBeNull()
  })
})

describe('a malformed patrols.yaml', () => {
  const account = { side: 'ru', outcome: 'held', says: 'It took place.' }
  const patrol = { id: '2020-03-15-m4', on: '2020-03-15', road: 'm4', accounts: [account] }
  it.each([
    ['an id of another day', [{ ...patrol, id: '2020-03-16-m4' }], /expected 2020-03-15-m4/],
    ['a patrol told twice', [patrol, patrol], /a second time/],
    ['two accounts of one side', [{ ...patrol, accounts: [account, account] }], /one account a side/],
    ['a day that is none', [{ ...patrol, on: '2020-02-30' }], /:\d+:\d+ patrols\.0\.on/],
    ['an unknown member', [{ ...patrol, accounts: [{ ...account, tone: 'calm' }] }], /accounts\.0/],
  ])('is refused for %s', (_, list, message) => {
    const refused = parsePatrols(stringify({ patrols: list }), 'patrols.yaml')
    expect(refused.ok ? '' : refused.failure[0]?.message).toMatch(message)
  })
})
