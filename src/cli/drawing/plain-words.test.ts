import { describe, expect, it } from 'vitest'
import { plainHarm, plainModality } from './plain-words.ts'

describe('plain words', () => {
  it('keep lower bounds of harm', () => {
    const harm = { killed: { min: 2, max: 2 }, injured: { min: 5, max: null } }
    expect(plainHarm(harm)).toBe('2 killed, at least 5 injured')
    expect(plainHarm({ killed: { min: 3, max: 4 }, injured: null })).toBe('3 to 4 killed')
    expect(plainHarm(null)).toBe('')
  })

  it('say nothing of what is simply asserted', () => {
    expect([plainModality('asserted'), plainModality('hypothetical'), plainModality('denied')]).toEqual([
      '',
      'supposed',
      'denied',
    ])
  })
})
