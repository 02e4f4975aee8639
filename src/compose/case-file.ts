import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { done, failed, type Result } from '../base/result.ts'
import { readYamlFile } from '../base/yaml-file.ts'
import { ACTS, type Act } from '../model/index.ts'

const act = z.enum(ACTS as readonly [Act, ...Act[]])
const words = z.array(z.string().min(1).max(300)).max(10_000).default([])
const file = z.string().regex(/^[\w.-]+$/)

const publicationSchema = z.strictObject({
  coarsen: z.array(z.strictObject({ acts: z.array(act), metres: z.number().positive().max(500_000) })).default([]),
  withholdActs: z.array(act).default([]),
  withholdIncidents: words,
  withholdReports: words,
  withholdActors: words,
  withholdWords: words,
})

const supportSchema = z.strictObject({
  show: z.boolean().default(false),
  steps: z.array(z.number().nonnegative()).min(1).max(10),
  raised: z.number().nonnegative(),
  currency: z.string().max(10),
  appeal: z.string().max(500),
  address: z.url().nullable().default(null),
})

const imageSchema = z.strictObject({
  report: z.string(),
  file,
  fullFile: file,
  width: z.int().positive(),
  height: z.int().positive(),
  alt: z.string().min(1),
  credit: z.string(),
})

const caseFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  timeZone: z.string().default('UTC'),
  language: z.string().default('en'),
  country: z.string().default(''),
  sides: z.array(z.string()).default([]),
  publication: publicationSchema.default(publicationSchema.parse({})),
  site: z
    .strictObject({ address: z.url().endsWith('/'), support: supportSchema.optional() })
    .default({ address: 'https://localhost/' }),
  images: z.array(imageSchema).default([]),
})

/** A case as a whole and what of it may be published: `case.yaml`. */
export type CaseFile = z.infer<typeof caseFileSchema>

/** Reads a case's `case.yaml`; where there is none, the folder's name stands for all and nothing is withheld. Fails with `case-unreadable`. */
export function readCaseFile(
  caseFolder: string,
): Result<CaseFile, { readonly code: 'case-unreadable'; readonly message: string }> {
  const name = basename(caseFolder)
  const path = join(caseFolder, 'case.yaml')
  if (!existsSync(path)) {
    const id = name.toLowerCase().replace(/[^a-z0-9-]+/g, '-')
    return done(caseFileSchema.parse({ id, name }))
  }
  const read = readYamlFile(readFileSync(path, 'utf8'), `${name}/case.yaml`, caseFileSchema)
  if (read.ok) return read
  return failed({ code: 'case-unreadable', message: read.failure.map(({ message }) => message).join('\n') })
}

/**
 * The same for those who serve a case that they cannot do without.
 *
 * @throws Error that says line, found and expected
 */
export function loadCaseFile(caseFolder: string): CaseFile {
  const file = readCaseFile(caseFolder)
  if (!file.ok) throw new Error(file.failure.message)
  return file.value
}
