import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ACT_FAMILIES, ACT_WORDS } from '../src/model/index.ts'

const PAGE = join(import.meta.dirname, '..', 'docs', 'glossary.md')
const BEGIN = '<!-- acts: drawn from src/model/act-words.ts by UPDATE=1 npm test -- tests/glossary.test.ts -->\n'

function drawActs(): string {
  const families = Object.entries(ACT_FAMILIES).map(([family, acts]) => {
    const rows = acts.map((act) => `| \`${act}\` | ${ACT_WORDS[act].name} | ${ACT_WORDS[act].meaning} |`)
    return [`### ${family}`, '', '| code | name | meaning |', '| --- | --- | --- |', ...rows].join('\n')
  })
  return `\n${families.join('\n\n')}\n`
}

describe('the glossary', () => {
  it('tells every act as the program does', () => {
    const page = readFileSync(PAGE, 'utf8')
    const [words = ''] = page.split(BEGIN)
    const expected = `${words}${BEGIN}${drawActs()}`
    if (process.env['UPDATE']) writeFileSync(PAGE, expected)
    expect(readFileSync(PAGE, 'utf8')).toBe(expected)
  })
})
