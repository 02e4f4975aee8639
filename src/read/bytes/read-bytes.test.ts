import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeTestPdf } from '../pdf/write-test-pdf.ts'
import { readBytes, type BytesPage } from '../index.ts'
import { expectSoundReport, testRules } from '../testing.ts'

const SENTENCE =
  'On Tuesday the garrison shelled the mill at Orvel, Gökçe Şahin of the council said, and two people were hurt.'

async function read(bytes: Uint8Array, page: Partial<BytesPage> = {}) {
  const result = await readBytes({ id: 'p', ...page, bytes }, testRules)
  if (!result.ok) return { code: result.failure.code, text: result.failure.message }
  expectSoundReport(result.value)
  return { code: 'ok', text: result.value.text }
}

/** Encodes in a one-byte encoding by turning its decoder round. */
function encodeBytewise(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from([...text].map((character) => byteOf.get(character) ?? 0x3f))
}

function encodeUtf16(text: string, { mark, big }: { readonly mark: boolean; readonly big: boolean }): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}

describe('readBytes', () => {
  it('reads UTF-8 with and without its mark', async () => {
    const bytes = new TextEncoder().encode(SENTENCE)
    expect(await read(bytes)).toEqual({ code: 'ok', text: SENTENCE })
    expect(await read(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toEqual({ code: 'ok', text: SENTENCE })
  })

  it('reads UTF-16 of either order, marked or not', async () => {
    for (const mark of [true, false]) {
      for (const big of [true, false]) {
        expect(await read(encodeUtf16(SENTENCE, { mark, big }))).toEqual({ code: 'ok', text: SENTENCE })
      }
    }
  })

  it('reads ISO-8859-9 as the header declares it', async () => {
    const bytes = encodeBytewise(SENTENCE, 'iso-8859-9')
    expect(await read(bytes, { contentType: 'text/plain; charset=ISO-8859-9' })).toEqual({ code: 'ok', text: SENTENCE })
  })

  it('reads windows-1251 as the page declares it', async () => {
    const html = `<html><head><meta charset="windows-1251"><title>x</title></head><body><p>Главная</p><p>${SENTENCE.replace('Gökçe Şahin', 'Anna Ilina')}</p></body></html>`
    expect((await read(encodeBytewise(html, 'windows-1251'))).text).toContain('Главная')
  })

  it('guesses an encoding that nobody declares, and names the language it cannot read', async () => {
    const russian =
      'Во вторник гарнизон обстрелял мельницу, сообщил совет, два человека ранены. Наблюдатели просят стороны дать объяснения.'
    const answer = await read(encodeBytewise(russian, 'windows-1251'))
    expect(answer).toEqual({ code: 'unknown-language', text: 'p: found language ru, expected en' })
  })

  it('believes valid UTF-8 more than a false declaration', async () => {
    const bytes = new TextEncoder().encode(SENTENCE)
    expect(await read(bytes, { contentType: 'text/plain; charset=windows-1251' })).toEqual({
      code: 'ok',
      text: SENTENCE,
    })
  })

  it('tells HTML and PDF by their content, not by their name', async () => {
    const html = new TextEncoder().encode(`<p>${SENTENCE}</p>`)
    expect(await read(html, { contentType: 'text/plain' })).toEqual({ code: 'ok', text: SENTENCE })
    const pdf = writeTestPdf([[{ text: 'The mill was shelled, the council said.', left: 72, bottom: 700 }]])
    expect(await read(pdf, { contentType: 'text/html' })).toEqual({
      code: 'ok',
      text: 'The mill was shelled, the council said.',
    })
  })

  it('refuses pictures, archives and noise', async () => {
    expect((await read(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))).text).toContain('a PNG picture')
    expect((await read(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).code).toBe('not-a-page')
    expect((await read(Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 32))).code).toBe('unreadable-encoding')
    expect((await read(new Uint8Array())).code).toBe('empty')
  })

  it('refuses more bytes than the bound', async () => {
    expect((await read(new Uint8Array(testRules.bounds.maxSize + 1))).code).toBe('too-large')
  })

  it('answers any bytes with a sound report or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await read(bytes)
      }),
      { numRuns: 200 },
    )
  })
})
