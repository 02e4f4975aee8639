import { describe, expect, test } from 'vitest'
import { formatAttributionModel, parseAttributionModel, passesGate } from './model.ts'

const table = (values: number[]) => ({ values: Float32Array.from(values), scale: 1 })
const model = {
  cue: table([1.27, -0.5]),
  content: table([0, 0.02, -2.54, 1]),
  source: table([0]),
  judge: Float32Array.from([0.5, -1]),
  gate: new Uint8Array(8192).fill(1, 0, 1),
  cueFloor: -0.5,
  judgeFloor: 0.25,
}

describe('the weights file', () => {
  test('gives back what was written, to the rounding', () => {
    const bytes = formatAttributionModel(model)
    const back = parseAttributionModel(bytes)
    expect(Array.from(back.cue.values, (v) => v * back.cue.scale)).toEqual([
      expect.closeTo(1.27, 2),
      expect.closeTo(-0.5, 2),
    ])
    expect(back.judgeFloor).toBe(0.25)
    expect([...back.judge]).toEqual([0.5, -1])
    expect([passesGate(back, 0), passesGate(back, 1)]).toEqual([true, false])
  })

  test('refuses what is no weights file, or cut short', () => {
    expect(() => parseAttributionModel(new Uint8Array(64))).toThrow(RangeError)
    expect(() => parseAttributionModel(formatAttributionModel(model).slice(0, 33))).toThrow(RangeError)
  })
})
