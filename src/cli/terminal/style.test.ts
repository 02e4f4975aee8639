import { describe, expect, it } from 'vitest'
import { createStyle } from './style.ts'

const terminal = { isTTY: true } as NodeJS.WriteStream
const pipe = { isTTY: false } as NodeJS.WriteStream

function isColoured(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  return createStyle(stream, env).bold('M4') !== 'M4'
}

describe('colours', () => {
  it('are seen on terminals only', () => {
    expect(isColoured(terminal, {})).toBe(true)
    expect(isColoured(pipe, {})).toBe(false)
    expect(isColoured(terminal, { TERM: 'dumb' })).toBe(false)
  })

  it('go by NO_COLOR, and by FORCE_COLOR before it', () => {
    expect(isColoured(terminal, { NO_COLOR: '1' })).toBe(false)
    expect(isColoured(pipe, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(true)
    expect(isColoured(terminal, { FORCE_COLOR: '0' })).toBe(false)
  })
})
