import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followSteps, RESPONSIBILITIES, takeStep, UNTOUCHED, VALIDITIES, type Step } from './index.ts'

const step = (from: string, to: string, by = 'amina'): Step => ({
  axis: 'validity',
  from,
  to,
  by,
  reason: 'two patrols',
})
const taken = step('alleged', 'under-verification')
const codeOf = (result: ReturnType<typeof takeStep>): string | null => (result.ok ? null : result.failure.code)

describe('the axis of validity', () => {
  it('begins with an allegation that must be taken up before it is settled', () => {
    expect(codeOf(takeStep(UNTOUCHED, step('alleged', 'verified')))).toBe('step-not-allowed')
    expect(followSteps([taken]).validity.state).toBe('under-verification')
  })

  it.each(['verified', 'refuted'])('takes two different people for %s', (state) => {
    const propose = step('under-verification', state, 'amina')
    const proposed = followSteps([taken, propose])
    expect(proposed.validity).toEqual({ state: 'under-verification', proposed: { state, by: 'amina' } })
    expect(codeOf(takeStep(proposed, propose))).toBe('step-second-person')
    expect(followSteps([taken, propose, { ...propose, by: 'boris' }]).validity).toEqual({ state, proposed: null })
  })

  it('drops a proposal when somebody takes another step', () => {
    const propose = step('under-verification', 'verified', 'amina')
    const steps = [taken, propose, step('under-verification', 'suspended'), step('suspended', 'under-verification')]
    expect(followSteps([...steps, { ...propose, by: 'boris' }]).validity).toEqual({
      state: 'under-verification',
      proposed: { state: 'verified', by: 'boris' },
    })
  })

  it('does not take a refutal for the second voice of a verification', () => {
    const steps = [
      taken,
      step('under-verification', 'verified', 'amina'),
      step('under-verification', 'refuted', 'boris'),
    ]
    expect(followSteps(steps).validity.state).toBe('under-verification')
  })

  it('takes one person for saying that it cannot be verified, and reopens what was settled', () => {
    const steps = [taken, step('under-verification', 'cannot-be-verified')]
    expect(followSteps(steps).validity.state).toBe('cannot-be-verified')
    expect(followSteps([...steps, step('cannot-be-verified', 'under-verification')]).validity.state).toBe(
      'under-verification',
    )
  })

  it.each([
    ['step-out-of-date', step('suspended', 'under-verification')],
    ['step-reason-missing', { ...taken, reason: ' ' }],
    ['step-not-allowed', step('alleged', 'alleged')],
  ])('refuses with %s', (code, refused) => {
    expect(codeOf(takeStep(UNTOUCHED, refused))).toBe(code)
  })
})

describe('the axis of responsibility', () => {
  const answer = (to: string): Step => ({
    axis: 'responsibility',
    from: 'undetermined',
    to,
    by: 'amina',
    reason: 'crater',
  })

  it('names an actor where it attributes, and only there', () => {
    expect(followSteps([answer('attributable:league')]).responsibility.state).toBe('attributable:league')
    expect(codeOf(takeStep(UNTOUCHED, answer('largely-attributable')))).toBe('step-actor')
    expect(codeOf(takeStep(UNTOUCHED, answer('disputed:league')))).toBe('step-actor')
  })

  it('goes from one attribution to another', () => {
    const second = { ...answer('disputed'), from: 'attributable:league' }
    expect(followSteps([answer('attributable:league'), second]).responsibility.state).toBe('disputed')
  })

  it('leaves the axis of validity alone', () => {
    expect(followSteps([answer('disputed')]).validity).toEqual(UNTOUCHED.validity)
  })
})

describe('any steps whatever', () => {
  const anyStep = fc.record({
    axis: fc.constantFrom('validity' as const, 'responsibility' as const),
    from: fc.constantFrom(...VALIDITIES, ...RESPONSIBILITIES),
    to: fc.constantFrom(...VALIDITIES, ...RESPONSIBILITIES, 'attributable:x'),
    by: fc.constant('amina'),
    reason: fc.constantFrom('', 'seen'),
  })

  it('never verify or refute by one person alone', () => {
    fc.assert(
      fc.property(fc.array(anyStep), (steps) => {
        expect(['verified', 'refuted']).not.toContain(followSteps(steps).validity.state)
      }),
    )
  })
})
