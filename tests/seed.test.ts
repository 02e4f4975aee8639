import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readingSchema } from '../src/contract/index.ts'
import { runCommand } from './run-command.ts'

const PAGE = 'tests/fixtures/seed-page.txt'
const GOLDEN = join(import.meta.dirname, 'golden', 'seed.txt')
const text = readFileSync(join(import.meta.dirname, 'fixtures', 'seed-page.txt'), 'utf8')

const { stdout } = await runCommand(['read', PAGE, '--published', '2020-03-16', '--format', 'json'])
const reading = readingSchema.parse(JSON.parse(stdout))

describe('the page that the project began from', () => {
  it('becomes claims whose quotes are its own words', () => {
    expect(reading.claims.length).toBeGreaterThanOrEqual(12)
    for (const { quote } of reading.claims) expect(text.slice(quote.start, quote.end)).toBe(quote.text)
  })

  it('claims nothing from the donation bar, the headline, the caption or the appeal', () => {
    const bodyStart = text.indexOf('Large armed groups')
    const bodyEnd = text.indexOf('Do you like this content?')
    expect(reading.claims.filter(({ quote }) => quote.start < bodyStart || quote.end > bodyEnd)).toEqual([])
    const reasons = new Set(reading.report.dropped.map(({ why }) => why))
    expect([...reasons].sort()).toEqual(['appeal', 'caption', 'donation', 'doubled-title', 'title'])
  })

  it('names the speaker of each act', () => {
    const said = reading.claims.map(({ act, speaker }) => [act, speaker?.text])
    expect(said).toContainEqual(['patrol-shortened', 'the Russian Defense Ministry'])
    expect(said).toContainEqual(['human-shield', 'the military department'])
    expect(said).toContainEqual(['deadline-extended', 'it'])
    expect(reading.claims.every(({ speaker }) => speaker !== null)).toBe(true)
  })

  it('keeps the agency that relayed the ministry', () => {
    const relayed = reading.claims.filter(({ via }) => via?.text === 'Interfax').map(({ act }) => act)
    expect(relayed).toEqual(['presence', 'agreement-refused'])
  })

  it('is drawn as it was when last looked at (UPDATE=1 draws it anew)', async () => {
    const { stdout: drawn } = await runCommand(['read', PAGE, '--published', '2020-03-16'])
    if (process.env['UPDATE']) writeFileSync(GOLDEN, drawn)
    expect(drawn).toBe(readFileSync(GOLDEN, 'utf8'))
  })
})
