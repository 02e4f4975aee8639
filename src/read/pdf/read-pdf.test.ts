import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../index.ts'
import { expectSoundReport, testRules } from '../testing.ts'
import { writeTestPdf, type PrintedLine } from './write-test-pdf.ts'

/** Lines 12 points apart from the top of a page; an empty one leaves a gap. */
function column(...texts: readonly string[]): readonly PrintedLine[] {
  return texts.flatMap((text, i) => (text === '' ? [] : [{ text, left: 72, bottom: 780 - 12 * i }]))
}

async function read(bytes: Uint8Array, rules = testRules) {
  const result = await readPdf({ id: 'p', bytes }, rules)
  if (!result.ok) return { code: result.failure.code, paragraphs: [], dropped: [] }
  expectSoundReport(result.value)
  const { text, body, dropped } = result.value
  return {
    code: 'ok',
    paragraphs: body.map(({ start, end }) => text.slice(start, end)),
    dropped: dropped.map((span) => `${span.why}: ${span.text}`),
  }
}

const REPORT = [
  column(
    'Observer Mission at Orvel',
    '',
    'On Tuesday the garrison shelled the mill at Orvel, the council said, and two per-',
    'sons were hurt. The mission has asked both sides for an expla-',
    'nation, which none of them has given.',
    '',
    'The League withdrew its guns from the ridge, but a patrol of the mission was',
  ),
  column(
    'Observer Mission at Orvel',
    '',
    'turned back at the ford by soldiers of the garrison.',
    '',
    'No shots were heard at night.',
    '',
    'Page 2 of 2',
  ),
]

describe('readPdf', () => {
  it('joins lines and parted words into paragraphs, over the edge of the page too', async () => {
    const { paragraphs } = await read(writeTestPdf(REPORT))
    expect(paragraphs).toEqual([
      'On Tuesday the garrison shelled the mill at Orvel, the council said, and two persons were hurt. The mission has asked both sides for an explanation, which none of them has given.',
      'The League withdrew its guns from the ridge, but a patrol of the mission was turned back at the ford by soldiers of the garrison.',
      'No shots were heard at night.',
    ])
  })

  it('drops running heads and page numbers', async () => {
    const { dropped } = await read(writeTestPdf(REPORT))
    expect(dropped).toEqual([
      'metadata: Observer Mission at Orvel',
      'metadata: Observer Mission at Orvel',
      'metadata: Page 2 of 2',
    ])
  })

  it('refuses a broken file and one without words', async () => {
    expect((await read(new TextEncoder().encode('%PDF-1.4\nnothing more'))).code).toBe('not-a-page')
    expect((await read(writeTestPdf([[]]))).code).toBe('empty')
  })

  it('refuses a file locked by a password', async () => {
    const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'28'.repeat(32)}> /U <${'29'.repeat(32)}> >> /ID [<01> <01>]`
    expect((await read(writeTestPdf(REPORT, lock))).code).toBe('encrypted-pdf')
  })

  it('refuses a document whose time is up', async () => {
    let clock = 0
    const bounds = { ...testRules.bounds, now: () => (clock += 1_500) }
    expect((await read(writeTestPdf(REPORT), { ...testRules, bounds })).code).toBe('too-slow')
  })

  it('leaves the bytes to their owner', async () => {
    const bytes = writeTestPdf(REPORT)
    await read(bytes)
    expect(bytes.length).toBeGreaterThan(1_000)
  })

  it('answers any damaged file with a report or a refusal', async () => {
    const whole = writeTestPdf(REPORT)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 12 }), async (at, noise) => {
        const damaged = whole.slice()
        damaged.set(noise.subarray(0, whole.length - at), at)
        await read(damaged)
      }),
      { numRuns: 40 },
    )
  })
})
