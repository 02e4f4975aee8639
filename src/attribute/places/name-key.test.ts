import { describe, expect, it } from 'vitest'
import { foldArabic, foldLatin, keyOfTokens, nameTokens } from './name-key.ts'

describe('the key of a name', () => {
  const keyOf = (name: string) => keyOfTokens(nameTokens(name))

  it('is the same with hyphens and without, in any case', () => {
    expect(keyOf('Ain al-Hawr')).toEqual(keyOf('AIN AL HAWR'))
  })

  it('is the same for every apostrophe', () => {
    expect(keyOf('Ma’arrat al-Nu‘man')).toEqual(keyOf("Ma'arrat al-Nu'man"))
  })

  it('changes with the order of the words', () => {
    expect(keyOf('Tall Khan')).not.toEqual(keyOf('Khan Tall'))
  })

  it('is null where there is no word', () => {
    expect(keyOf(' - ')).toBeNull()
  })

  it('is the same for Arabic with and without hamza, vowel marks and ta marbuta', () => {
    expect(keyOf('إدلب')).toEqual(keyOf('ادلب'))
    expect(foldArabic('كَفرَنبُل، أريحا')).toBe('كفرنبل اريحا')
    expect(foldArabic('معرة')).toBe('معره')
  })
})

describe('Latin letters', () => {
  it('lose their diacritics', () => {
    expect(foldLatin('Khān Shaykhūn, Diyarbakır')).toBe('Khan Shaykhun, Diyarbakir')
  })
})
