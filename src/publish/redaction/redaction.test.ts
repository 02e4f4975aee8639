import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftBulletin } from '../draft-bulletin.ts'
import { drawAnnexPages, drawBulletin } from '../page/draw-bulletin.ts'
import { drawEmbed, drawIndex } from '../page/draw-index.ts'
import { writeFeed } from '../feed.ts'
import { FACTS, recordOf, SCOPE, type Told } from '../record.fixture.ts'
import type { CaseFacts } from '../rules.ts'

const SECRET_PLACE = { name: 'Ayn Sirri', lat: 35.81234, lon: 36.71234, radiusMetres: 800, source: 'case:ayn-sirri' }

const facts: CaseFacts = {
  ...FACTS,
  placeNames: (source) =>
    source === 'case:ayn-sirri' ? { names: ['Ayn Sirri', 'Ain Sirry', 'عين سري'], within: 'Idlib' } : null,
  publication: {
    coarsen: [{ acts: ['abduction'], metres: 20_000 }],
    withholdActs: ['sexual-violence'],
    withholdIncidents: ['ihidden'],
    withholdReports: ['report-withheld'],
    withholdActors: ['informant-7'],
    withholdWords: ['Samira al-Witness', 'informant-7'],
  },
}

/** What no output may hold. */
const SECRETS = [
  'Ayn Sirri',
  'Ain Sirry',
  'عين سري',
  '35.81234',
  '36.71234',
  'Samira',
  'al-Witness',
  'informant-7',
  'report-withheld',
  'ihidden',
  'unspeakable',
  'whispered',
]

const told: readonly Told[] = [
  {
    id: 'a',
    act: 'abduction',
    words: 'two men were seized in Ain Sirry, Ayn Sirri district (عين سري)',
    place: SECRET_PLACE,
  },
  { id: 'b', words: 'Samira al-Witness and SAMIRA AL-WITNESS saw it', title: 'What Samira al-Witness saw' },
  { id: 'c', speaker: 'informant-7', words: 'I am informant-7' },
  { id: 'withheld', words: 'whispered' },
  { id: 'hidden', words: 'whispered' },
  { id: 'd', act: 'sexual-violence', words: 'unspeakable' },
]

/** Everything that goes out of a record. */
function outputsOf(input: ReturnType<typeof recordOf>): string {
  const bulletin = draftBulletin(input, SCOPE, facts)
  const draw = { roads: [], nameOf: facts.nameOf }
  const site = { name: 'Site', address: 'https://site.example/', published: new Map<string, string>() }
  return [
    JSON.stringify(bulletin),
    drawBulletin(bulletin, draw).text,
    ...Array.from(drawAnnexPages(bulletin, draw), ({ text }) => text),
    drawIndex('Site', [bulletin]).text,
    drawEmbed(bulletin).text,
    writeFeed([bulletin], site),
  ].join('\n')
}

describe('what is withheld', () => {
  it('is found in no output', () => {
    const out = outputsOf(recordOf(told))
    for (const secret of SECRETS)
      expect([secret, out.toLowerCase().includes(secret.toLowerCase())]).toEqual([secret, false])
    expect(out).toContain('Idlib')
    expect(out).toContain('[withheld]')
  })

  it('is counted, so that readers know that something is missing', () => {
    expect(draftBulletin(recordOf(told), SCOPE, facts).withheld).toEqual({ incidents: 3, coarsened: 1 })
  })

  it('stays out wherever in the words it stands', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('Samira al-Witness', 'samira AL-witness'),
        (before, after, name) => {
          const out = outputsOf(recordOf([{ id: 'x', words: `${before} ${name} ${after}` }]))
          expect(out.toLowerCase().includes('samira al-witness')).toBe(false)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('tells two places of one cell of the grid as one', () => {
    const near = { ...SECRET_PLACE, lat: 35.8131, lon: 36.7119 }
    const bulletin = draftBulletin(
      recordOf([
        { id: 'a', act: 'abduction', place: SECRET_PLACE },
        { id: 'b', act: 'abduction', place: near },
      ]),
      SCOPE,
      facts,
    )
    const [one, other] = bulletin.incidents
    expect(one?.place).toEqual(other?.place)
    expect(one?.place?.radiusMetres).toBe(20_000)
  })
})
