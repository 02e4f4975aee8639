import { describe, expect, it } from 'vitest'
import { recordOfFolder } from './index.ts'

describe('the record of the Idlib case’s folder', () => {
  const all = recordOfFolder()
  if (!all.ok) throw new Error(all.failure.message)

  it('holds our abstracts, each marked, and the page that the project began from', () => {
    const { readings, abstracts } = all.value
    expect([readings.size, abstracts.size]).toEqual([97, 96])
    expect(abstracts.has('seed-2020-03-16')).toBe(false)
    expect([...abstracts].filter((id) => readings.get(id)?.report.url === null)).toEqual([])
  })

  it('names the claims of the record that tell of a decision', () => {
    const extension = all.value.decisions.find(({ resolution }) => resolution.kind === 'extension')
    expect(extension?.claims.map(({ report }) => report)).toContain('seed-2020-03-16')
  })

  it('knows on a day only what was published by its end, and says how much it left out', () => {
    const then = recordOfFolder(undefined, { asOf: '2020-03-16' })
    if (!then.ok) throw new Error(then.failure.message)
    const days = [...then.value.readings.values()].map(({ report }) => report.published ?? 'undated')
    expect(days.filter((day) => day.slice(0, 10) > '2020-03-16')).toEqual([])
    expect(then.value.undatedLeftOut).toBeGreaterThan(0)
    expect(then.value.readings.size + then.value.undatedLeftOut).toBeLessThan(97)
  })
})
