import { z } from 'zod'
import type { Result } from '../../base/result.ts'
import { readYamlFile, type YamlFault } from '../../base/yaml-file.ts'
import type { Coverage } from '../../model/index.ts'
import { dayField, textField } from './fields.ts'

const WAYS = ['patrol', 'camera', 'drone', 'observatory', 'press', 'side', 'other'] as const

/** A stretch of watching as the file, or an entry of the log, writes it. */
export const coverageSchema = z.strictObject({
  from: dayField,
  to: dayField,
  what: textField,
  how: z.enum(WAYS, { error: WAYS.join(', ') }),
  source: textField,
  gap: z.boolean({ error: 'true or false' }).default(false),
})

const fileSchema = z.strictObject({ coverage: z.array(coverageSchema, { error: 'a list' }) })

/** Reads a case's `coverage.yaml`: what was watched, or was not, from when to when; every fault with its line. */
export function parseCoverage(yaml: string, name: string): Result<readonly Coverage[], readonly YamlFault[]> {
  const file = readYamlFile(yaml, name, fileSchema, function* ({ coverage }) {
    for (const [i, { from, to }] of coverage.entries())
      if (to < from) yield { path: ['coverage', i, 'to'], found: to, expected: `a day from ${from} on` }
  })
  return file.ok ? { ok: true, value: file.value.coverage } : file
}
