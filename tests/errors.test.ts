import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../src/contract/index.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGE = join(ROOT, 'docs', 'errors.md')

/** Codes as the parts declare them: `export const X_CODES = ['a', …]`, or a union `export type XFailureCode = 'a' | …`. */
const DECLARED = globSync('src/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('contract/errors.ts'))
  .flatMap((file) => {
    const code = readFileSync(join(ROOT, file), 'utf8')
    const lists = code.matchAll(
      /export const \w*_CODES = \[([\s\S]*?)\] as const|export type \w+Code =((?:\s*\|?\s*'[^']+')+)/g,
    )
    return [...lists].flatMap(([, list = '', union = '']) =>
      [...`${list}${union}`.replace(/\/\*\*[\s\S]*?\*\//g, '').matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name),
    )
  })

const LISTED = Object.values(ERROR_CODES).flatMap((codes) => Object.keys(codes))

/** The page as the table makes it. */
function drawPage(): string {
  const parts = Object.entries(ERROR_CODES).map(([part, codes]) => {
    const rows = Object.entries(codes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`)
    return [`## ${part[0]?.toUpperCase()}${part.slice(1)}`, '', '| code | meaning |', '| --- | --- |', ...rows].join(
      '\n',
    )
  })
  return `${['# Error codes', INTRODUCTION, ...parts].join('\n\n')}\n`
}

const INTRODUCTION = `What is refused is refused with a code, for programs, and a message that says where, what was found and what was expected, for people.
A code is never renamed and never changes its meaning. This page is drawn from \`src/contract/errors.ts\` by \`UPDATE=1 npm test -- tests/errors.test.ts\`.`

describe('error codes', () => {
  it('are all listed in the contract', () => {
    expect(DECLARED.length).toBeGreaterThan(40)
    expect(DECLARED.filter((code) => !LISTED.includes(code))).toEqual([])
  })

  it('stand for one thing each', () => {
    expect(LISTED.filter((code, i) => LISTED.indexOf(code) !== i)).toEqual([])
  })

  it('are explained to people in docs/errors.md', () => {
    if (process.env['UPDATE']) writeFileSync(PAGE, drawPage())
    expect(readFileSync(PAGE, 'utf8')).toBe(drawPage())
  })
})
