import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines, type Line } from './split-lines.ts'

async function linesOf(chunks: readonly Uint8Array[], maxLineBytes?: number): Promise<Line[]> {
  const stream = (async function* () {
    for (const chunk of chunks) yield await Promise.resolve(chunk)
  })()
  const batches: Line[][] = []
  for await (const batch of splitLines(stream, maxLineBytes)) batches.push(batch)
  return batches.flat()
}

describe('lines of a stream', () => {
  it('are the same however the stream is cut, inside a letter too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }).filter((line) => !/[\n\ufeff]/.test(line) && line.trim() !== '')),
        fc.integer({ min: 1, max: 9 }),
        async (texts, size) => {
          const bytes = Buffer.from(texts.join('\n'))
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
            bytes.subarray(i * size, (i + 1) * size),
          )
          expect((await linesOf(chunks)).map(({ text }) => text)).toEqual(texts)
        },
      ),
    )
  })

  it('are numbered with the blank ones, which are left out', async () => {
    expect(await linesOf([Buffer.from('a\n\n \r\nb')])).toEqual([
      { number: 1, text: 'a' },
      { number: 4, text: 'b' },
    ])
  })

  it('are passed over where they are too long, and the next are read', async () => {
    const chunks = ['1234', '5678', '9\nnext\n'].map((chunk) => Buffer.from(chunk))
    expect(await linesOf(chunks, 8)).toEqual([
      { number: 1, text: null },
      { number: 2, text: 'next' },
    ])
  })
})
