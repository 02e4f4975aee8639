import { describe, expect, it } from 'vitest'
import { nameTokens } from './name-key.ts'
import { skeletonOf } from './skeleton.ts'

const skeleton = (name: string) => skeletonOf(nameTokens(name))

describe('the consonants of a name', () => {
  it.each([
    ['Saraqib', 'Saraqeb'],
    ['Saraqib', 'Serakeeb'],
    ['Jisr al-Shughur', 'Jisr ash-Shughour'],
    ['Ma‘arrat al-Nu‘man', 'Maaret al Noman'],
    ['Muhambal', 'Mhambel'],
    ['Kafr Nabl', 'Kafranbel'],
  ])('are those of %s in %s', (one, other) => {
    expect(skeleton(one)).toBe(skeleton(other))
  })

  it('tell Saraqib from Sarmin', () => {
    expect(skeleton('Saraqib')).not.toBe(skeleton('Sarmin'))
  })

  it('are null where fewer than three are left', () => {
    expect(skeleton('Afes')).toBeNull()
  })
})
