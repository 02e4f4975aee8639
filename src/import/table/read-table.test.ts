import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inPieces, printCsv } from '../tables.fixture.ts'
import { MAX_RECORD_BYTES } from './record-reader.ts'
import { readTable, type TableItem } from './read-table.ts'

const FORM = { delimiter: ',', quoted: true, required: [] }

async function read(table: string | Uint8Array, pieces = 5): Promise<readonly TableItem[]> {
  const items: TableItem[] = []
  for await (const batch of readTable(inPieces(table, pieces), FORM)) for (const item of batch) items.push(item)
  return items
}

/** Rows as `line:cell|cell`, refusals as `line!code`. */
async function outline(table: string | Uint8Array, pieces?: number): Promise<readonly string[]> {
  return (await read(table, pieces)).map((item) =>
    item.kind === 'row'
      ? `${item.line}:${Object.values(item.columns).join('|')}`
      : `${item.refusal.line}!${item.refusal.code}`,
  )
}

describe('a table', () => {
  test('has commas, doubled quotes and line breaks inside quoted cells, on the line where the row begins', async () => {
    expect(await outline('a,b\r\n"x, ""y""","1\r\n2"\r\n\r\n3,4')).toEqual(['2:x, "y"|1\r\n2', '5:3|4'])
  })

  test('takes a quote in the middle of a cell as a character', async () => {
    expect(await outline('a,b\n5" mortar,2\n')).toEqual(['2:5" mortar|2'])
  })

  test('refuses a row with more or fewer cells alone', async () => {
    expect(await outline('a,b\n1\n1,2\n1,2,3\n')).toEqual(['2!column-count', '3:1|2', '4!column-count'])
  })

  test('refuses a row with words behind a closing quote alone', async () => {
    expect(await outline('a,b\n1,"x"y\n3,4\n5,"6"\n')).toEqual(['2!quote-stray', '3:3|4', '4:5|6'])
  })

  test('refuses a row whose quote never closes and reads on in the next line', async () => {
    expect(await outline('a,b\n1,"x\n3,4\n5,6\n')).toEqual(['2!quote-open', '3:3|4', '4:5|6'])
  })

  test('refuses a row that swallows its neighbours up to the next quote, and loses none of them', async () => {
    expect(await outline('a,b\n1,"x\n3,4\n5,"6"\n7,8\n')).toEqual(['2!quote-stray', '3:3|4', '4:5|6', '5:7|8'])
  })

  test('refuses a row of more than a megabyte, quoted or not, and goes on', async () => {
    const huge = 'x'.repeat(MAX_RECORD_BYTES + 1)
    expect(await outline(`a,b\n1,${huge}\n3,4\n`, 65_536)).toEqual(['2!row-too-large', '3:3|4'])
    const tall = 'x\n'.repeat(MAX_RECORD_BYTES / 2)
    const lines = await outline(`a,b\n1,"${tall}"\n`, 65_536)
    expect(lines.slice(0, 2)).toEqual(['2!row-too-large', '3!column-count'])
  })

  test('takes a cell of half a megabyte', async () => {
    const long = 'x'.repeat(MAX_RECORD_BYTES / 2)
    expect(await outline(`a,b\n1,"${long}"\n`, 65_536)).toEqual([`2:1|${long}`])
  })

  test('has a limit to what a hostile file of reopened quotes costs', async () => {
    expect(await outline(`a,b\n${'x","y\n'.repeat(20_000)}`, 65_536)).toHaveLength(20_000)
  })

  test('that is empty, or only blank, is a fault; one with a header alone has no rows', async () => {
    expect(await outline('')).toEqual(['1!file-empty'])
    expect(await outline('\n \n')).toEqual(['1!file-empty'])
    expect(await outline('a,b')).toEqual([])
  })

  test('that names a column twice is a fault', async () => {
    expect(await outline('a,b,a\n1,2,3\n')).toEqual(['1!column-repeated'])
  })

  test('may have a column called __proto__', async () => {
    const [item] = await read('__proto__,b\n1,2\n')
    expect(item?.kind === 'row' && Object.entries(item.columns)).toEqual([
      ['__proto__', '1'],
      ['b', '2'],
    ])
  })
})

describe('the encoding of a table', () => {
  test('may have a byte order mark', async () => {
    expect(await outline('\ufeffa,b\n1,é\n')).toEqual(['2:1|é'])
    expect(await outline(Buffer.from('\ufeffa,b\n1,é\n', 'utf16le'))).toEqual(['2:1|é'])
  })

  test('is told cell by cell, so that one row in Latin-1 spoils no other', async () => {
    const mixed = Buffer.concat([Buffer.from('a,b\nÉcrit,—\n'), Buffer.from('Qal\u00e9,\u00a0x\n', 'latin1')])
    expect(await outline(mixed, 1)).toEqual(['2:Écrit|—', '3:Qalé|\u00a0x'])
  })
})

describe('properties of tables', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.isWellFormed())
  const rows = fc.array(fc.tuple(cell, cell), { maxLength: 12 })

  test('what is printed is read back, however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (body, pieces, isCrLf) => {
        const items = await read(printCsv([['a', 'b'], ...body], isCrLf ? '\r\n' : '\n'), pieces)
        expect(items.map((item) => item.kind === 'row' && Object.values(item.columns))).toEqual(body)
      }),
    )
  })

  test('whatever the bytes are, it neither throws nor depends on where the file is cut', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc
        .array(fc.constantFrom('"', ',', '\n', '\r', 'x', 'é'), { maxLength: 60 })
        .map((all) => Buffer.from(all.join(''))),
    )
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (table, pieces) => {
        expect(await outline(table, pieces)).toEqual(await outline(table, 1000))
      }),
      { numRuns: 500 },
    )
  })
})
