import { describe, expect, it } from 'vitest'
import { loadRules } from '../../compose/index.ts'
import type { Claim } from '../../model/index.ts'
import { createAttributor } from '../index.ts'

const attribute = createAttributor(loadRules().attribute)

function claimsOf(title: string | null, text: string): readonly Claim[] {
  const body = [{ start: 0, end: text.length }]
  const report = { id: 't', text, title, outlet: null, url: null, published: null, language: 'en', dropped: [], body }
  return attribute([report])[0]?.claims ?? []
}

describe('the headline reader', () => {
  it('reads from the headline what a clipped body only names, and quotes the body', () => {
    const claims = claimsOf(
      'League and army hold fourth joint patrol on Ombra road',
      'Fourth patrol on 11 April, with drones.',
    )
    expect(claims.map((c) => [c.act, c.quote.text, c.rule.startsWith('headline:')])).toEqual([
      ['patrol-held', 'Fourth patrol on 11 April, with drones', true],
    ])
  })

  it('adds nothing where the body shares no words with the headline', () => {
    const text = 'Teaser cut by a marker of the desk.'
    expect(claimsOf('Army shells Dolmir', text).filter((c) => c.rule.startsWith('headline:'))).toEqual([])
  })

  it('adds nothing where the body tells the act itself', () => {
    const claims = claimsOf('Army shells Dolmir market', 'The army shelled the market of Dolmir on Sunday.')
    expect(claims.map((c) => c.rule.startsWith('headline:'))).toEqual([false])
  })

  it('leaves longer pages alone', () => {
    const text = 'Dolmir market is a place of many colours, and the army keeps a post there. '.repeat(8)
    expect(claimsOf('Army shells Dolmir market', text).filter((c) => c.rule.startsWith('headline:'))).toEqual([])
  })
})
