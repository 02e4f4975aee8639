import * as fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { BackupError } from './backup-error.ts'
import { createLineDigest, type BackupLine } from './lines.ts'
import { readBackupLines } from './read-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'truceline-backup-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))

const LINES: readonly BackupLine[] = [
  {
    line: 'head',
    format: 'truceline-backup/1',
    at: '2020-03-16T00:00:00Z',
    origin: 'truceline.example/lines',
    size: 3,
    keys: [],
    projections: null,
  },
  ...Array.from({ length: 3 }, (_, index): BackupLine => ({ line: 'entry', index, leaf: `{"n":${index}} الطريق` })),
]

function fileOf(lines: readonly BackupLine[], name = 'whole'): string {
  const digest = createLineDigest()
  for (const line of lines) digest.add(JSON.stringify(line))
  const end: BackupLine = { line: 'end', lines: digest.lines(), sha256: digest.sha256() }
  return write(gzipSync([...lines, end].map((line) => `${JSON.stringify(line)}\n`).join('')), name)
}

function write(bytes: Uint8Array, name: string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

async function read(path: string): Promise<readonly BackupLine[]> {
  const lines: BackupLine[] = []
  for await (const line of readBackupLines(path)) lines.push(line)
  return lines
}

async function codeOf(path: string): Promise<string | null> {
  try {
    await read(path)
    return null
  } catch (error) {
    if (error instanceof BackupError) return error.failure.code
    throw error
  }
}

describe('a backup’s lines', () => {
  it('come back as they were written', async () => {
    expect(await read(fileOf(LINES))).toEqual(LINES)
  })

  it('give the same or a refusal whatever one byte is changed', async () => {
    const path = fileOf(LINES)
    const bytes = readFileSync(path)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (position, mask) => {
        const changed = write(
          bytes.map((byte, i) => (i === position ? byte ^ mask : byte)),
          'changed',
        )
        if ((await codeOf(changed)) === null) expect(await read(changed)).toEqual(LINES)
      }),
      { numRuns: 150 },
    )
  })

  it('are refused where the end is missing, where one is left out, and where there is more after the end', async () => {
    const plain = LINES.map((line) => `${JSON.stringify(line)}\n`)
    expect(await codeOf(write(gzipSync(plain.join('')), 'endless'))).toBe('backup-damaged')
    const end = JSON.stringify({ line: 'end', lines: 4, sha256: createLineDigest().sha256() })
    expect(await codeOf(write(gzipSync(`${plain.slice(0, 3).join('')}${end}\n`), 'short'))).toBe('backup-damaged')
    const whole = readFileSync(fileOf(LINES))
    expect(await codeOf(write(Buffer.concat([whole, whole]), 'twice'))).toBe('backup-damaged')
  })

  it('that are none are refused as such', async () => {
    expect(await codeOf(write(new TextEncoder().encode('hello'), 'hello'))).toBe('backup-malformed')
    expect(await codeOf(write(gzipSync('{"line":"head","format":"truceline-backup/9"}\n'), 'newer'))).toBe(
      'backup-malformed',
    )
  })
})
