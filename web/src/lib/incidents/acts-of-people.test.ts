import { describe, expect, it } from 'vitest'
import type { LogLine } from '../api-types.ts'
import { actsOf } from './acts-of-people.ts'

function line(index: number, kind: string, body: object, at = `2020-03-15T10:0${index}:00Z`): LogLine {
  return { index, kind, at, by: 'amina', body: { reason: 'why', ...body } }
}

describe('what people did with an incident', () => {
  it('tells a split as one act, which can be taken back', () => {
    const at = '2020-03-15T10:00:00Z'
    const split = ['different', 'same', 'same'].map((decision, i) => line(i, 'link-decision', { decision }, at))
    expect(actsOf([...split, line(3, 'review', {})])).toMatchObject([
      { entries: split, isWithdrawn: false, isWithdrawable: true },
      { entries: [{ index: 3 }], isWithdrawable: true },
    ])
  })

  it('tells what was taken back, once, and that no step can be', () => {
    const lines = [line(0, 'verification-step', {}), line(1, 'review', {}), line(2, 'supersedes', { entry: 1 })]
    expect(actsOf(lines).map(({ isWithdrawn, isWithdrawable }) => [isWithdrawn, isWithdrawable])).toEqual([
      [false, false],
      [true, false],
      [false, false],
    ])
  })

  it('keeps apart what was decided one after the other', () => {
    const lines = [line(0, 'link-decision', { decision: 'same' }), line(1, 'link-decision', { decision: 'different' })]
    expect(actsOf(lines)).toHaveLength(2)
  })
})
