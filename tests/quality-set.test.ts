import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadRules } from '../src/compose/index.ts'
import { createPipeline } from '../src/pipeline.ts'

const FOLDER = join(import.meta.dirname, 'quality-set')
const reportSchema = z.object({
  id: z.string(),
  outlet: z.string(),
  published: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  boilerplate: z.array(z.string()),
  claims: z.array(z.object({ quote: z.string(), act: z.string() })),
})
const reports = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => reportSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))))
const read = createPipeline(loadRules()).readPages(
  reports.map(({ id, outlet, published, title, text }) => ({
    id,
    outlet,
    published,
    title,
    text,
    url: null,
    language: null,
  })),
)
const readings = read.map((reading) => (reading.ok ? reading.value : null))

describe('the reports to measure reading with', () => {
  it('are all read, and every quote is their own words', () => {
    for (const [at, { text }] of reports.entries()) {
      expect(readings[at]).not.toBeNull()
      for (const { quote } of readings[at]?.claims ?? []) expect(text.slice(quote.start, quote.end)).toBe(quote.text)
    }
  })

  it('yield no claim where there is none, and none from boilerplate', () => {
    for (const [at, { text, boilerplate, claims }] of reports.entries()) {
      const said = readings[at]?.claims ?? []
      if (claims.length === 0) expect(said.map(({ quote }) => quote.text)).toEqual([])
      for (const line of boilerplate) {
        const start = text.indexOf(line)
        const inside = said.filter(({ quote }) => quote.start >= start && quote.end <= start + line.length)
        expect(inside).toEqual([])
      }
    }
  })

  it('yield most acts that people find in them', () => {
    const told = reports.flatMap(({ claims }, at) =>
      claims.map(({ act, quote }) =>
        (readings[at]?.claims ?? []).some((c) => c.act === act && overlap(c.quote.text, quote)),
      ),
    )
    expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.65)
  })
})

function overlap(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one) || one.includes(other.slice(0, Math.ceil(other.length / 2)))
}
