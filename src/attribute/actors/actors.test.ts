import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../model/index.ts'
import { createActorResolver, createSpeakerResolvers, parseActorRegister } from './index.ts'

const register = parseActorRegister({
  actors: [
    { id: 'ru', name: 'Russia', kind: 'state', names: ['Russian', 'Moscow'] },
    { id: 'tr', name: 'Turkey', kind: 'state', names: ['Turkish', 'Ankara'] },
    { id: 'ru-mfa', name: 'Russian Foreign Ministry', kind: 'ministry', names: ['Sergei Lavrov'] },
    { id: 'joint', name: 'Russian and Turkish forces', kind: 'force', names: ['Russian-Turkish'] },
    {
      id: 'hts',
      name: "Hay'at Tahrir al-Sham",
      kind: 'armed-group',
      names: ['HTS', 'هيئة تحرير الشام', 'Хайят Тахрир аш-Шам'],
    },
  ],
})
const actorOf = createActorResolver(register)

describe('createActorResolver', () => {
  it('takes the longest name found', () => {
    expect(actorOf('the Russian Foreign Ministry’s Information and Press Department')).toBe('ru-mfa')
    expect(actorOf('Russian warplanes')).toBe('ru')
  })

  it('knows names in every script, with or without marks', () => {
    expect(actorOf('Hay’at Tahrir al-Sham')).toBe('hts')
    expect(actorOf('هَيئة تحرير الشام')).toBe('hts')
    expect(actorOf('Хайят Тахрир аш-Шам')).toBe('hts')
  })

  it('does not make one actor of two', () => {
    expect(actorOf('Russia and Turkey')).toBeNull()
    expect(actorOf('the joint Russian-Turkish coordination centre')).toBe('joint')
  })

  it('answers null for whom the case does not know', () => {
    expect(actorOf('the villagers')).toBeNull()
    expect(actorOf('')).toBeNull()
  })
})

describe('parseActorRegister', () => {
  it('refuses an id that stands twice', () => {
    const twice = { actors: [1, 2].map(() => ({ id: 'ru', name: 'Russia', kind: 'state' })) }
    expect(() => parseActorRegister(twice)).toThrow("the id 'ru' stands twice")
  })

  it('refuses a key it does not know', () => {
    expect(() => parseActorRegister({ actors: [{ id: 'ru', name: 'Russia', kind: 'state', label: 'x' }] })).toThrow(
      'label',
    )
  })
})

describe('createSpeakerResolvers', () => {
  const speaker = (text: string, kind: Speaker['kind'] = 'named'): Speaker => ({
    text,
    start: 0,
    end: text.length,
    kind,
    actor: null,
  })

  it('leads short forms and pronouns back to who spoke before', () => {
    const resolve = createSpeakerResolvers(actorOf, register)()
    expect(resolve(speaker('the Foreign Ministry'))).toBeNull()
    expect(resolve(speaker('The Russian Foreign Ministry'))).toBe('ru-mfa')
    expect(resolve(speaker('the Foreign Ministry'))).toBe('ru-mfa')
    expect(resolve(speaker('it', 'pronoun'))).toBe('ru-mfa')
  })

  it('leaves unnamed sources unnamed, though they name whom they are close to', () => {
    const resolve = createSpeakerResolvers(actorOf, register)()
    expect(resolve(speaker('sources close to the Russian Foreign Ministry', 'unnamed'))).toBeNull()
  })
})
