import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sayIssue } from './schema-issue.ts'

function said(schema: z.ZodType, content: unknown): string {
  const [issue] = schema.safeParse(content).error?.issues ?? []
  if (!issue) return ''
  const { path, text } = sayIssue(issue, content)
  return [...path, text].join(': ')
}

describe('an issue of a schema', () => {
  it('says where, what was found and what was expected', () => {
    const schema = z.strictObject({ day: z.string(), acts: z.array(z.enum(['a', 'b'])).min(2) })
    expect(said(schema, { acts: ['a', 'b'] })).toBe('day: found nothing, expected a text')
    expect(said(schema, { day: 'x', acts: ['a'] })).toBe('acts: found 1 of them, expected at least 2')
    expect(said(schema, { day: 'x', acts: ['a', 'c'] })).toBe('acts: 1: found ‘c’, expected a, b')
    expect(said(schema, { day: 'x', acts: ['a', 'b'], no: 1 })).toBe(
      'no: found the member ‘no’, expected none of that name',
    )
  })

  it('tells of alternatives the nearest, and of a long text its length alone', () => {
    const text = z.object({ kind: z.literal('text'), text: z.string().max(3) })
    const schema = z.union([text, z.object({ kind: z.literal('html'), html: z.string(), more: z.string() })])
    expect(said(schema, { text: 'x' })).toBe('kind: found nothing, expected text')
    expect(said(schema, { kind: 'text', text: 'secret' })).toBe('text: found 6 characters, expected at most 3')
    expect(said(z.discriminatedUnion('kind', [text]), { kind: 'pdf' })).toBe('kind: found ‘pdf’, expected text')
  })

  it('takes a schema’s own words for what was expected', () => {
    const schema = z.string().refine(() => false, 'expected a day, YYYY-MM-DD')
    expect(said(schema, 'soon')).toBe('found ‘soon’, expected a day, YYYY-MM-DD')
  })
})
