import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { RULES } from '../src/assess/rules/verdict.ts'

it('docs/agreement.md explains every rule by its name, and no other', () => {
  const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'agreement.md'), 'utf8')
  const table = page.slice(page.indexOf('## Rules'), page.indexOf('## Figures'))
  expect([...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, rule]) => rule)).toEqual([...RULES])
})
