import { z } from 'zod'
import type { PlainDate } from '../../base/calendar.ts'
import { done, type Result } from '../../base/result.ts'
import { readYamlFile, type ContentFault, type YamlFault } from '../../base/yaml-file.ts'
import { accountSchema, addressesField, dayField, plannedField, textField, type ToldPatrol } from './account-schema.ts'

/** Something that bears on the patrols and happened between them: a refusal, a sit-in cleared, a suspension. */
export interface Interlude {
  readonly on: PlainDate
  /** In our own words. */
  readonly says: string
  /** Addresses. */
  readonly sources: readonly string[]
}

const patrolSchema = z.strictObject({
  id: textField,
  on: dayField,
  road: textField,
  planned: plannedField,
  accounts: z.array(accountSchema, { error: 'a list of accounts' }).default([]),
})

const interludeSchema = z.strictObject({ on: dayField, says: textField, sources: addressesField })

const fileSchema = z.strictObject({
  patrols: z.array(patrolSchema, { error: 'a list of patrols' }),
  between: z.array(interludeSchema, { error: 'a list' }).default([]),
})

/** Reads a case's `patrols.yaml`: the patrols in the order of their days; every fault with its line. */
export function parsePatrols(yaml: string, name: string): Result<readonly ToldPatrol[], readonly YamlFault[]> {
  const file = readYamlFile(yaml, name, fileSchema, ({ patrols }) => faultsOf(patrols))
  if (!file.ok) return file
  const patrols = file.value.patrols.map(({ planned, ...patrol }) => {
    return { ...patrol, planned: planned && { road: patrol.road, ...planned } }
  })
  return done(patrols.toSorted(byDay))
}

/** Reads what `patrols.yaml` tells beside the patrols, in the order of the days; every fault with its line. */
export function parseInterludes(yaml: string, name: string): Result<readonly Interlude[], readonly YamlFault[]> {
  const file = readYamlFile(yaml, name, fileSchema)
  return file.ok ? done(file.value.between.toSorted(byDay)) : file
}

function* faultsOf(patrols: readonly z.infer<typeof patrolSchema>[]): Generator<ContentFault> {
  const seen = new Set<string>()
  for (const [i, { id, on, road, accounts }] of patrols.entries()) {
    const expected = `${on}-${road}`
    if (id !== expected && !new RegExp(`^${expected}-\\d+$`).test(id))
      yield { path: ['patrols', i, 'id'], found: id, expected: `${expected}, or ${expected}-2` }
    if (seen.has(id)) yield { path: ['patrols', i, 'id'], found: `${id} a second time`, expected: 'an id of its own' }
    seen.add(id)
    const sides = accounts.map(({ side }) => side)
    const twice = sides.findIndex((side, at) => side !== 'press' && sides.indexOf(side) < at)
    if (twice >= 0)
      yield { path: ['patrols', i, 'accounts', twice], found: 'a second account', expected: 'one account a side' }
  }
}

function byDay(a: { readonly on: PlainDate }, b: { readonly on: PlainDate }): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0
}
