import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../src/cli/program.ts'
import { readingSchema } from '../src/contract/index.ts'
import { runCommand } from './run-command.ts'

const SEED = join(import.meta.dirname, 'fixtures', 'seed-page.txt')
const PAGE = 'Fighters shelled Saraqib on Monday, the Turkish Defence Ministry told Reuters.'

interface Wire {
  readonly id: string | null
  readonly error?: { readonly code: string; readonly message: string }
}

function lineOf(id: string): string {
  return JSON.stringify({ id, text: PAGE, published: '2020-03-17' })
}

function parseLines(stdout: string): Wire[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Wire)
}

const BATCH = ['read', '--from', 'ndjson', '--format', 'ndjson']

describe('truceline', () => {
  const commands = createProgram().commands.map((command) => command.name())

  it.each(commands)('shows help with an example for %s', async (command) => {
    const { status, stdout } = await runCommand([command, '--help'])
    expect(status).toBe(0)
    expect(stdout).toMatch(new RegExp(`\\$ .*truceline ${command}`))
  })

  it('ends with 2 and says how to go on when called wrongly', async () => {
    const wrong = [
      [],
      ['reed'],
      ['read', '--from', 'cheese'],
      ['read', '--nonsense'],
      ['read', '--format', 'json', 'a', 'b'],
    ]
    const finished = await Promise.all(wrong.map((args) => runCommand(args)))
    expect(finished.map(({ status }) => status)).toEqual([2, 2, 2, 2, 2])
    expect(finished.every(({ stdout, stderr }) => stdout === '' && stderr !== '')).toBe(true)
  })
})

describe('truceline read', () => {
  it('draws standard input for people, without colours where nobody sees them', async () => {
    const { status, stdout } = await runCommand(['read', '--published', '2020-03-17'], { stdin: PAGE })
    expect(status).toBe(0)
    expect(stdout).toContain('the Turkish Defence Ministry [tr-mod], through Reuters:')
    expect(stdout).not.toContain('\u001b')
  })

  it('colours where it is told to', async () => {
    const { stdout } = await runCommand(['read'], { stdin: PAGE, env: { NO_COLOR: '', FORCE_COLOR: '1' } })
    expect(stdout).toContain('\u001b[')
  })

  it('lets no page control the terminal', async () => {
    const { stdout } = await runCommand(['read', '--title', '\u001b]0;owned\u0007'], {
      stdin: `\u001b[2J${PAGE}\u202e`,
    })
    // oxlint-disable-next-line no-control-regex -- controls are what it looks for
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  it('draws right-to-left words as a unit of their own', async () => {
    const { stdout } = await runCommand(['read'], { stdin: 'Fighters shelled إدلب on Monday, the army said.' })
    expect(stdout).toContain('\u2068')
  })

  it('writes one reading as JSON of the contract, without the text that the sender holds', async () => {
    const { status, stdout } = await runCommand(['read', SEED, '--format', 'json', '--published', '2020-03-16'])
    const reading = readingSchema.parse(JSON.parse(stdout))
    expect(status).toBe(0)
    expect(reading.report.text).toBeUndefined()
  })

  it('gives back the text of a page of HTML', async () => {
    const html = `<html><head><title>News</title></head><body><p>${PAGE}</p><p>${PAGE}</p></body></html>`
    const { stdout } = await runCommand(['read', '--format', 'json'], { stdin: html })
    const reading = readingSchema.parse(JSON.parse(stdout))
    expect(reading.report.text).toContain(PAGE)
    const [claim] = reading.claims
    expect(reading.report.text?.slice(claim?.quote.start, claim?.quote.end)).toBe(claim?.quote.text)
  })

  it.each([
    ['an empty page', ['read'], 'empty'],
    ['a file that is not there', ['read', 'no-such-page.html'], 'file-unreadable'],
    ['a folder', ['read', '.'], 'file-unreadable'],
    ['a case that is none', ['read', SEED, '--case', 'tests'], 'case-unreadable'],
    ['a date that is none', ['read', SEED, '--published', 'once'], 'unreadable-date'],
    ['a text that is to be a PDF', ['read', SEED, '--from', 'pdf'], 'not-a-page'],
  ])('refuses %s with status 1 and a code', async (_, args, code) => {
    const { status, stdout, stderr } = await runCommand(args)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^truceline: .*\\[${code}\\]\\n$`))
  })

  it('reads the other pages when one is refused', async () => {
    const { status, stdout, stderr } = await runCommand(['read', 'no-such-page.html', SEED])
    expect(status).toBe(1)
    expect(stderr).toContain('[file-unreadable]')
    expect(stdout).toContain('Militants In Idlib')
  })

  it('answers each line of a batch in order, a bad one with a code', async () => {
    const bad = ['{"id": "cut', '[]', '{"id":"r7"}', '{"id":"r8","text":"","html":""}', '{"id":"r9","text":""}']
    const stdin = [lineOf('r1'), ...bad, '', lineOf('r2')].join('\n')
    const { status, stdout } = await runCommand(BATCH, { stdin })
    const answers = parseLines(stdout).map(({ id, error }) => [id, error?.code])
    expect(status).toBe(0)
    expect(answers).toEqual([
      ['r1', undefined],
      [null, 'line-malformed'],
      [null, 'line-malformed'],
      ['r7', 'line-malformed'],
      ['r8', 'line-malformed'],
      ['r9', 'empty'],
      ['r2', undefined],
    ])
  })

  it('keeps the order of a batch that is read on several cores', async () => {
    const ids = Array.from({ length: 900 }, (_, i) => `r${i}`)
    const lines = ids.map((id, i) => (i % 100 === 50 ? `{"id":"${id}"}` : lineOf(id)))
    const { stdout } = await runCommand(BATCH, { stdin: lines.join('\n') })
    expect(parseLines(stdout).map(({ id }) => id)).toEqual(ids)
  })

  it('ends quietly when its reader goes away', async () => {
    const stdin = Array.from({ length: 400 }, (_, i) => lineOf(`r${i}`)).join('\n')
    const { status, stderr } = await runCommand(BATCH, { stdin, readBytes: 1 })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
