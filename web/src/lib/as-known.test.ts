import { describe, expect, it } from 'vitest'
import { keepKnown, withoutKnown } from './as-known.ts'

const THEN = new URLSearchParams('act=shelling&asOf=2020-03-16&basis=published')

describe('an address about the record as it was known', () => {
  it('leads on to pages about the same day', () => {
    expect(keepKnown('/incidents/1', THEN)).toBe('/incidents/1?asOf=2020-03-16&basis=published')
    expect(keepKnown('/agreement/c1?x=1#o', THEN)).toBe('/agreement/c1?x=1&asOf=2020-03-16&basis=published#o')
    expect(keepKnown('/incidents/1', new URLSearchParams('basis=published'))).toBe('/incidents/1')
  })

  it('leads back to today', () => {
    expect(withoutKnown(new URL('http://t/incidents?act=shelling&asOf=2020-03-16&cursor=abc'))).toBe(
      '/incidents?act=shelling',
    )
    expect(withoutKnown(new URL('http://t/agreement?asOf=2020-03-16'))).toBe('/agreement')
  })
})
