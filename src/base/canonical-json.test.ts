import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CanonicalJsonError, canonicalJson, parseCanonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  it('writes numbers, strings and literals as the example of RFC 8785 section 3.2.2 has them', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('sorts members by UTF-16 units as the example of RFC 8785 section 3.2.3 has them', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const sorted = Object.values(
      JSON.parse(
        canonicalJson(
          Object.entries(value)
            .map(([k]) => k)
            .sort(),
        ),
      ) as string[],
    )
    expect(sorted).toEqual(['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'])
    expect(canonicalJson(value).indexOf('Emoji')).toBeLessThan(canonicalJson(value).indexOf('Hebrew'))
    expect(canonicalJson({ '10': 1, '9': 2 })).toBe('{"10":1,"9":2}')
  })

  it.each([
    ['NaN', { a: [Number.NaN] }, '$.a[0]: found NaN'],
    ['an infinity', -Infinity, '$: found -Infinity'],
    ['a lone surrogate', { a: '\ud800!' }, '$.a: found a lone surrogate'],
    ['a lone surrogate in a name', { '\udc00': 1 }, 'a member name with a lone surrogate'],
    ['undefined', { a: undefined }, '$.a: found undefined'],
    ['a hole', [1, , 2], '$[1]: found undefined'], // oxlint-disable-line no-sparse-arrays
    ['a function', { toJSON: () => 1 }, '$.toJSON: found function'],
    ['a big integer', 1n, '$: found bigint'],
    ['a date', { at: new Date(0) }, '$.at: found a class instance'],
    ['a map', new Map([[1, 2]]), '$: found a class instance'],
  ])('refuses %s instead of bending it', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(CanonicalJsonError)
    expect(() => canonicalJson(value)).toThrow(message)
  })

  it('refuses cycles and endless nesting without exhausting the stack', () => {
    const cycle: unknown[] = []
    cycle.push(cycle)
    expect(() => canonicalJson(cycle)).toThrow('nesting beyond')
    expect(parseCanonicalJson('['.repeat(100_000) + ']'.repeat(100_000)).ok).toBe(false)
  })

  it('reads back what it wrote, as the same value and the same text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value)
        const read = parseCanonicalJson(text)
        expect(read.ok && canonicalJson(read.value)).toBe(text)
      }),
    )
  })

  it.each([
    '{"b":1,"a":2}',
    '{"a": 1}',
    '1E30',
    '1.0',
    '9007199254740993',
    '{"a":1,"a":1}',
    '"\\u0041"',
    '-0',
    '"\\ud800"',
    '[',
    '',
  ])('does not take %s for canonical', (text) => {
    expect(parseCanonicalJson(text).ok).toBe(false)
  })
})
