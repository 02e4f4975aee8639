import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../base/canonical-json.ts'
import { ENTRY_KINDS } from '../model/index.ts'
import { sampleLog } from './entries.fixture.ts'
import { decodeEntry, encodeEntry, kindOf } from './leaf.ts'

const sound = {
  kind: 'supersedes',
  at: '2020-03-15T09:00:00Z',
  by: 'editor',
  body: { entry: 1, by: null, reason: 'x' },
}

describe('a leaf', () => {
  it('gives back the entry it was made from', () => {
    for (const entry of sampleLog(3).entries)
      expect(decodeEntry(encodeEntry(entry))).toEqual({ ok: true, value: entry })
  })

  it('says its kind, and nothing where it cannot be read', () => {
    expect(sampleLog(3).texts.map(kindOf)).toEqual(['report-received', 'patrol-log', 'supersedes'])
    expect([kindOf('{'), kindOf('[]'), kindOf('{"kind":3}')]).toEqual([null, null, null])
  })

  it.each([
    ['an unknown kind', { ...sound, kind: 'gossip' }, 'entry kind: found "gossip", expected a kind of entry'],
    ['a local time', { ...sound, at: '2020-03-15T11:00:00+02:00' }, 'entry at: found "2020-03-15T11:00:00+02:00"'],
    ['nobody who recorded it', { ...sound, by: '' }, 'entry by: found ""'],
    ['a list for a body', { ...sound, body: [] }, 'entry body: found []'],
    ['no body', { ...sound, body: undefined }, 'entry body: found nothing'],
    ['a member of its own', { ...sound, note: 1 }, 'entry note: found an unknown member'],
    ['an empty list of seals', { ...sound, sealed: [] }, 'entry sealed: found []'],
    [
      'two seals of one name',
      {
        ...sound,
        sealed: [
          { name: 'a', commitment: 'x' },
          { name: 'a', commitment: 'y' },
        ],
      },
      'entry sealed',
    ],
    ['a seal with the part in it', { ...sound, sealed: [{ name: 'a', commitment: 'x', part: 'y' }] }, 'entry sealed'],
  ])('cannot have %s', (_, entry, message) => {
    const text = canonicalJson(Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)))
    const read = decodeEntry(text)
    expect(read.ok ? '' : read.failure.code).toBe('entry-malformed')
    expect(read.ok ? '' : read.failure.message).toContain(message)
  })

  it('is refused unless it is written canonically', () => {
    expect(decodeEntry(JSON.stringify(sound)).ok).toBe(false)
    expect(decodeEntry(canonicalJson(sound)).ok).toBe(true)
    expect(decodeEntry(`${canonicalJson(sound)}\n`).ok).toBe(false)
  })

  it('never makes the reader throw', () => {
    fc.assert(fc.property(fc.json(), (text) => typeof decodeEntry(text).ok === 'boolean'))
  })

  it('can be of each kind that the model lists', () => {
    for (const kind of ENTRY_KINDS) expect(decodeEntry(canonicalJson({ ...sound, kind })).ok).toBe(true)
  })
})
