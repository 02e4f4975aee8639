import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agreementJsonSchema } from '../src/assess/index.ts'
import { readAgreementFile } from '../src/compose/record/index.ts'

const ROOT = join(import.meta.dirname, '..')
const PUBLISHED = join(ROOT, 'data', 'schema', 'agreement.schema.json')

describe('the published schema of agreements', () => {
  it('is that of the code (UPDATE=1 writes it anew)', () => {
    const drawn = `${JSON.stringify(agreementJsonSchema(), null, 2)}\n`
    if (process.env['UPDATE']) writeFileSync(PUBLISHED, drawn)
    expect(readFileSync(PUBLISHED, 'utf8')).toBe(drawn)
  })

  it.each(['idlib-2020', 'donbas-2015'])('takes the agreement of %s, names and all', (name) => {
    expect(readAgreementFile(join(ROOT, 'cases', name, 'agreement.yaml'))).toMatchObject({ ok: true })
  })
})
