import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { MANIFEST_FILE, PROOF_FILE, verifyPublication } from '../src/ledger/index.ts'
import { createSignerKey, verifierOf } from '../src/ledger/notes/index.ts'
import { INCIDENTS, publish, PUBLICATION_KEYS } from './publication.fixture.ts'

describe('a published bulletin', { timeout: 240_000 }, () => {
  let files: ReadonlyMap<string, Uint8Array> = new Map()
  beforeAll(async () => {
    files = await publish()
  })

  /** What verification names after a change: files and entries. */
  function namedAfter(change: (files: Map<string, Uint8Array>) => void): readonly string[] {
    const changed = new Map(files)
    change(changed)
    return verifyPublication(changed, PUBLICATION_KEYS).findings.flatMap(({ file, entry }) => [
      file ?? '',
      entry === null ? '' : `entry ${entry.index}`,
    ])
  }

  it('verifies whole', () => {
    const { findings, verifiedFiles } = verifyPublication(files, PUBLICATION_KEYS)
    expect(findings).toEqual([])
    expect(verifiedFiles).toContain('index.html')
    expect(verifyPublication(files).bundle?.signatures.map(({ key }) => key.name)).toEqual([
      'truceline.example/log',
      'ru.example/witness',
      'tr.example/witness',
    ])
  })

  it('names any one of 200 random changes', () => {
    const names = [...files.keys()]
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('flip', 'cut', 'grow', 'drop'),
        (name, at, mask, how) => {
          const named = namedAfter((changed) => {
            const bytes = files.get(name) ?? new Uint8Array()
            const place = at % bytes.length
            if (how === 'drop') changed.delete(name)
            else if (how === 'cut')
              changed.set(name, Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)]))
            else if (how === 'grow')
              changed.set(name, Buffer.concat([bytes.subarray(0, place), Buffer.from([mask]), bytes.subarray(place)]))
            else
              changed.set(
                name,
                bytes.map((byte, i) => (i === place ? byte ^ mask : byte)),
              )
          })
          expect(named).toContain(name)
        },
      ),
      { numRuns: 200, seed: 20200316 },
    )
  })

  it('names a changed figure', () => {
    const { findings } = verifyPublication(
      new Map([
        ...files,
        [
          'bulletin.json',
          Buffer.from((files.get('bulletin.json') ?? '').toString().replace(`"value":${INCIDENTS}`, '"value":12')),
        ],
      ]),
      PUBLICATION_KEYS,
    )
    expect(findings.map(({ code, message }) => [code, message.slice(0, 40)])).toEqual([
      ['file-altered', 'bulletin.json: found other bytes, expect'],
      ['figure-altered', 'bulletin.json, figure incidents: found 1'],
    ])
  })

  it('names a swapped map: a page of another bulletin', () => {
    expect(namedAfter((changed) => changed.set('index.html', Buffer.from('<svg/>')))).toContain('index.html')
  })

  it('names an entry that is left out of its proofs', () => {
    const lines = Buffer.from(files.get(PROOF_FILE) ?? [])
      .toString()
      .split('\n')
    const named = namedAfter((changed) =>
      changed.set(PROOF_FILE, Buffer.from(lines.filter((_, i) => i !== 8).join('\n'))),
    )
    expect(named).toContain('entry 7')
  })

  it('names a file that was put beside it', () => {
    expect(namedAfter((changed) => changed.set('map-2.html', Buffer.from('x')))).toEqual(['map-2.html', ''])
  })

  it('does not verify by keys of somebody else', () => {
    const other = verifierOf(createSignerKey('truceline.example/log', 'log', new Uint8Array(32).fill(9)))
    expect(verifyPublication(files, [other]).findings.map(({ code }) => code)).toContain('signature-missing')
  })

  it('never throws, whatever lies in the folder', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(MANIFEST_FILE, PROOF_FILE, 'a'), fc.uint8Array()), (folder) => {
        expect(verifyPublication(new Map(Object.entries(folder))).findings.length).toBeGreaterThan(0)
      }),
    )
  })
})
