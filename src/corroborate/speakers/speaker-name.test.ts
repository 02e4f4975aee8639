import { describe, expect, it } from 'vitest'
import { writeReading } from '../testing/write-reading.ts'
import { resolveSpeakers } from './resolve-speakers.ts'
import { areAlikeNames, speakerName } from './speaker-name.ts'

const alike = (a: string, b: string): boolean =>
  areAlikeNames(speakerName('named', a, null), speakerName('named', b, null))

describe('areAlikeNames', () => {
  it('knows one body by its spellings', () => {
    expect(alike('the Russian center for reconciliation in Syria', 'the Russian Reconciliation Centre for Syria')).toBe(
      true,
    )
    expect(alike('the Ministry of Defence', 'the Defense Ministry')).toBe(true)
    expect(alike('Moscow’s foreign ministry', 'the Russian Foreign Ministry')).toBe(true)
  })

  it('knows a person by the surname', () => {
    expect(alike('Turkish President Recep Tayyip Erdoğan', 'Erdogan')).toBe(true)
    expect(alike('League spokeswoman Mara Ilsen', 'Mara Ilsen')).toBe(true)
  })

  it('keeps bodies of two states, and bare offices, apart', () => {
    expect(alike('the Turkish Defence Ministry', 'the Russian Defence Ministry')).toBe(false)
    expect(alike('the Turkish Defence Ministry', 'the ministry')).toBe(false)
    expect(alike('the spokesman', 'spokesman Hadi Zaren')).toBe(false)
  })

  it('lets the actor id decide where both have one', () => {
    const ministry = speakerName('named', 'the ministry', 'ke-mod')
    expect(areAlikeNames(ministry, speakerName('named', 'the military department', 'ke-mod'))).toBe(true)
    expect(areAlikeNames(ministry, speakerName('named', 'the ministry', 'hl-mod'))).toBe(false)
  })
})

describe('resolveSpeakers', () => {
  const speakersOf = (...speakers: (string | null)[]): readonly string[] =>
    resolveSpeakers(
      writeReading({
        id: 'a',
        outlet: 'Courier',
        claims: speakers.map((speaker, n) => ({ speaker, quote: `claim number ${n}` })),
      }),
    ).ofClaims.map(({ name }) => name)

  it('leads pronouns and short names back to the name told before them', () => {
    expect(speakersOf('the Kerovian Ministry of Defence', 'it', 'the military department')).toEqual(
      Array<string>(3).fill('the Kerovian Ministry of Defence'),
    )
  })

  it('lays what nobody is named for to the outlet', () => {
    expect(speakersOf(null, 'Mara Ilsen', null)).toEqual(['Courier', 'Mara Ilsen', 'Courier'])
  })
})
