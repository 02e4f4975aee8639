import { z } from 'zod'
import type { Result } from '../../base/result.ts'
import { readYamlFile, type ContentFault, type YamlFault } from '../../base/yaml-file.ts'
import type { Decision, Evidence } from '../../model/index.ts'
import { dayField, dayOrNull, evidenceField, fieldOf, idField, textField } from './fields.ts'

/** A decision as a file or an entry tells it: its claims are named by report and act, since claims are computed anew. */
export type ToldDecision = Omit<Decision, 'claims'> & { readonly evidence: readonly Evidence[] }

const kmField = z.number({ error: 'kilometres along the road' }).min(0, { error: 'kilometres along the road' })

const resolutionField = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('patrol-plan'),
      patrol: textField,
      road: idField,
      fromKm: kmField,
      toKm: kmField,
      departs: fieldOf('a time, hh:mm', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text))
        .nullable()
        .default(null),
      note: textField.nullable().default(null),
    }),
    z.strictObject({ kind: z.literal('extension'), obligation: idField, party: idField, until: dayOrNull }),
    z.strictObject({ kind: z.enum(['parameters', 'other']), clause: idField.nullable().default(null) }),
  ],
  { error: 'kind patrol-plan, extension, parameters or other' },
)

const signatureField = z.strictObject({
  side: idField,
  verdict: z.enum(['signed', 'declined'], { error: 'signed or declined' }),
  on: dayOrNull,
})

/** A decision as the file, or an entry of the log, writes it. */
export const decisionSchema = z.strictObject({
  id: idField,
  on: dayField.nullable().default(null),
  text: textField,
  resolution: resolutionField,
  signatures: z.array(signatureField).default([]),
  evidence: evidenceField,
  source: textField.nullable().default(null),
})

const fileSchema = z.strictObject({ decisions: z.array(decisionSchema, { error: 'a list of decisions' }) })

/** Reads a case's `decisions.yaml`; every fault with its line. */
export function parseDecisions(yaml: string, name: string): Result<readonly ToldDecision[], readonly YamlFault[]> {
  const file = readYamlFile(yaml, name, fileSchema, ({ decisions }) => repeatedIds(decisions))
  return file.ok ? { ok: true, value: file.value.decisions } : file
}

function* repeatedIds(decisions: readonly { readonly id: string }[]): Generator<ContentFault> {
  const seen = new Set<string>()
  for (const [i, { id }] of decisions.entries()) {
    if (seen.has(id))
      yield { path: ['decisions', i, 'id'], found: `‘${id}’ a second time`, expected: 'an id of its own' }
    seen.add(id)
  }
}
