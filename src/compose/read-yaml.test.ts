import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PROJECT_ROOT } from './load-rules.ts'
import { readYaml } from './read-yaml.ts'

let folder = ''
let file = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-yaml-'))
  file = join(folder, 'words.yaml')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('readYaml', () => {
  it('gives the same the second time, and anew what has changed', () => {
    const kept = join(folder, 'kept')
    writeFileSync(file, 'nouns: [truck, lorry]\n')
    expect([readYaml(file, kept), readYaml(file, kept)]).toEqual([
      { nouns: ['truck', 'lorry'] },
      { nouns: ['truck', 'lorry'] },
    ])
    expect(readdirSync(kept)).toHaveLength(1)
    writeFileSync(file, 'nouns: [truck]\n')
    expect(readYaml(file, kept)).toEqual({ nouns: ['truck'] })
  })

  it('parses again what was kept badly or cannot be kept', () => {
    const kept = join(folder, 'bad')
    writeFileSync(file, 'a: 1\n')
    readYaml(file, kept)
    for (const name of readdirSync(kept)) writeFileSync(join(kept, name), '{"a":')
    expect(readYaml(file, kept)).toEqual({ a: 1 })
    expect(readYaml(file, join(file, 'no-folder'))).toEqual({ a: 1 })
  })

  it('keeps every shipped lexicon as it is', () => {
    for (const name of ['acts', 'boilerplate', 'briefs', 'times']) {
      const path = join(PROJECT_ROOT, 'data', 'lexicon', `${name}.yaml`)
      readYaml(path, folder)
      expect(readYaml(path, folder)).toEqual(parse(readFileSync(path, 'utf8')))
    }
  })
})
