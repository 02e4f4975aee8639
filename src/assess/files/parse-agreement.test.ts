import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SAMPLE_AGREEMENT } from '../testing/sample-agreement.ts'
import { parseAgreement } from './parse-agreement.ts'

const parse = (yaml: string) =>
  parseAgreement(yaml, 'agreement.yaml', { actors: new Set(['north', 'south', 'mediator', 'league']) })

/** The line, counted from 1, that begins with a text. */
const lineOf = (yaml: string, begin: string): number =>
  yaml.split('\n').findIndex((line) => line.trimStart().startsWith(begin)) + 1

/** What is wrong, the words put in, the line that the message must name (as its beginning), what it found and what it expected. */
const MALFORMED: readonly (readonly [string, string, string, string, string, string])[] = [
  ['no YAML', 'sides: [north, south]', 'sides: [north, south', 'parties:', 'found no YAML', 'expected YAML 1.2'],
  [
    'a day that the calendar lacks',
    "signed: '2027-03-01'",
    "signed: '2027-02-30'",
    'signed:',
    'found ‘2027-02-30’',
    'expected a day',
  ],
  ['no title', 'title: Truce of the two valleys\n', '', 'id: sample', 'found nothing', 'expected a text'],
  [
    'a member that nobody knows',
    'source: made up for tests',
    'sources: made up for tests',
    'sources:',
    'found the member ‘sources’',
    'expected none of that name',
  ],
  [
    'no party',
    /parties:\n.*\n.*\n/.source,
    'parties: []\n',
    'parties:',
    'found an empty list',
    'expected at least one party',
  ],
  [
    'a party that is no actor',
    '{actor: south, accepted',
    '{actor: south-west, accepted',
    '- {actor: south-west',
    'found ‘south-west’',
    'expected an actor of actors.yaml',
  ],
  [
    'a party twice',
    '{actor: south, accepted',
    '{actor: north, accepted',
    '- {actor: north',
    'found ‘north’ a second time',
    'expected each once',
  ],
  [
    'a stance of another kind',
    'stance: refused',
    'stance: angry',
    '- {actor: league, stance',
    'found ‘angry’',
    'expected accepted, refused, never-asked or unknown',
  ],
  [
    'confidence as a number',
    'answersFor: [league], source: text, confidence: low',
    'answersFor: [league], source: text, confidence: 3',
    '- {actor: mediator',
    'found 3',
    'expected high, medium or low',
  ],
  ['a ring that is not closed', '[36, 36], [36, 35]]]', '[36, 36]]]', 'shape:', 'found a list', 'expected a ring'],
  [
    'latitude and longitude changed over',
    '[[[36, 35]',
    '[[[36, 135]',
    'shape:',
    'found 135',
    'expected [longitude, latitude] in degrees',
  ],
  ['a shape that nobody knows', 'kind: polygon', 'kind: circle', 'shape:', 'found ‘circle’', 'expected kind polygon'],
  [
    'a clause that is not there',
    '    clause: c2',
    '    clause: c9',
    'clause: c9',
    'found ‘c9’',
    'expected a clause: c1, c2',
  ],
  [
    'a zone that is not there',
    '    zone: valley',
    '    zone: hills',
    'zone: hills',
    'found ‘hills’',
    'expected a zone: valley',
  ],
  [
    'an act that nobody knows',
    'acts: [shelling, armed-clash]',
    'acts: [shelling, bombing]',
    'acts: [shelling, bombing]',
    'found ‘bombing’',
    'expected the code of an act',
  ],
  ['no act at all', 'acts: [obstacle-cleared]', 'acts: []', 'acts: []', 'found no act', 'expected at least one'],
  [
    'a duty of another kind',
    'duty: must-not',
    'duty: should',
    'duty: should',
    'found ‘should’',
    'expected must, must-not or may',
  ],
  [
    'a standing that names no side',
    'Both hold their fire in the valley.\n    standing: public-text',
    'Both hold their fire in the valley.\n    standing: claimed-by west',
    'standing: claimed-by west',
    'found ‘west’',
    'expected a side: north, south',
  ],
  [
    'a term that ends before it begins',
    'to: open}\n    source: text\n  - id: c2.open',
    "to: '2027-02-01'}\n    source: text\n  - id: c2.open",
    'term:',
    'found 2027-02-01',
    'expected a moment from 2027-03-02 on',
  ],
  [
    'a last day for a ban',
    '    zone: valley\n',
    "    zone: valley\n    due: '2027-03-09'\n",
    "due: '2027-03-09'",
    'found a term for ‘must-not’',
    'expected one for ‘must’ only',
  ],
  [
    'an obligation twice',
    '- id: c2.open',
    '- id: c1.cease',
    '- id: c1.cease',
    'found ‘c1.cease’ a second time',
    'expected an id of its own',
  ],
  ['a number where a text must be', 'title: No fire', 'title: 7', 'title: 7', 'found 7', 'expected a text'],
]

describe('an agreement’s file', () => {
  it('is taken where it is sound', () => {
    expect(parse(SAMPLE_AGREEMENT).ok).toBe(true)
  })

  it.each(MALFORMED)('with %s is refused with line, found and expected', (_, before, after, begin, found, expected) => {
    const yaml = before.startsWith('parties:')
      ? SAMPLE_AGREEMENT.replace(new RegExp(before), after)
      : SAMPLE_AGREEMENT.replace(before, after)
    expect(yaml).not.toBe(SAMPLE_AGREEMENT)
    const parsed = parse(yaml)
    const messages = parsed.ok ? [] : parsed.failure.map(({ message }) => message)
    const fault = messages.find((message) => message.includes(found) && message.includes(expected))
    expect(messages.join('\n')).toContain(found)
    expect(fault).toBeDefined()
    const line = Number(/^agreement\.yaml:(\d+):\d+/.exec(fault ?? '')?.[1])
    const lines = yaml.split('\n').flatMap((text, i) => (text.trimStart().startsWith(begin) ? [i + 1] : []))
    expect(lines).toContain(line)
    expect(lineOf(yaml, begin)).toBeGreaterThan(0)
  })

  it('never throws, whatever stands in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (yaml) => void parse(yaml)))
    fc.assert(
      fc.property(fc.nat(SAMPLE_AGREEMENT.length), fc.string({ maxLength: 6 }), (at, noise) => {
        void parse(SAMPLE_AGREEMENT.slice(0, at) + noise + SAMPLE_AGREEMENT.slice(at))
      }),
    )
  })
})
