import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../base/canonical-json.ts'
import { sha256 } from '../base/sha256.ts'
import { hashColumns } from './content-hash.ts'
import { planAppend, type HeldRow } from './plan-append.ts'
import { readRow } from './row/read-row.ts'
import { importAll, printTable, shippedMapping, ucdpRow } from './tables.fixture.ts'

const ucdp = shippedMapping('ucdp-ged')

async function heldAfter(table: string): Promise<ReadonlyMap<string, HeldRow>> {
  const { rows } = await importAll(table, ucdp)
  return new Map(rows.map(({ body, contentHash }, entry) => [body.row, { entry, contentHash }]))
}

describe('a second import', () => {
  const table = printTable([ucdpRow({ id: '1' }), ucdpRow({ id: '2' })])

  test('of the same rows appends nothing', async () => {
    const plan = planAppend((await importAll(table, ucdp)).rows, await heldAfter(table))
    expect(plan).toEqual({ added: [], changed: [], unchanged: 2 })
  })

  test('of the same rows with the columns in another order appends nothing', async () => {
    const turned = printTable([ucdpRow({ id: '1' })].map((row) => Object.fromEntries(Object.entries(row).toReversed())))
    expect(planAppend((await importAll(turned, ucdp)).rows, await heldAfter(table)).unchanged).toBe(1)
  })

  test('appends changed rows with the entry they supersede, and new ones', async () => {
    const later = printTable([ucdpRow({ id: '1' }), ucdpRow({ id: '2', best: '3' }), ucdpRow({ id: '3' })])
    const plan = planAppend((await importAll(later, ucdp)).rows, await heldAfter(table))
    expect(plan.added.map(({ body }) => body.row)).toEqual(['3'])
    expect(plan.changed.map(({ row, supersedes }) => [row.body.row, supersedes])).toEqual([['2', 1]])
    expect(plan.unchanged).toBe(1)
  })
})

describe('the claim of a row', () => {
  test('is the same when computed from an entry whose columns the log has sorted', async () => {
    const [row] = (await importAll(printTable([ucdpRow()]), ucdp)).rows
    const stored: { [column: string]: string } = JSON.parse(canonicalJson(row?.body.columns))
    expect(readRow(stored, ucdp, () => null)).toEqual({ ok: true, value: row?.reading })
  })
})

describe('the hash of a row', () => {
  test('is that of its canonical JSON', () => {
    const columns = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(columns, (cells) => {
        expect(hashColumns(cells)).toBe(Buffer.from(sha256(canonicalJson({ ...cells }))).toString('hex'))
      }),
    )
  })
})
