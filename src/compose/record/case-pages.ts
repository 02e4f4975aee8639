import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { done, type Result } from '../../base/result.ts'
import { pageSchema } from '../../contract/index.ts'
import { unreadable, type RecordFailure } from './failure.ts'

/** What stands before the address of a report of which we hold only an abstract of our own. */
export const ABSTRACT_OF = 'our abstract of '

/** A report of a case's folder as it lies there. */
export interface CasePage {
  readonly id: string
  readonly text?: string
  readonly html?: string
  readonly outlet: string | null
  readonly url: string | null
  readonly published: string | null
  readonly title: string | null
  readonly language: string | null
  /** Whether the text is our own abstract of a report that was published elsewhere, at `url`. */
  readonly isAbstract: boolean
  /** File and line. */
  readonly from: string
}

const abstractSchema = z.object({ abstract: z.string().optional() })

/** Reads `reports/*.ndjson` of a case's folder, a report a line, files by name. No folder is no reports. Fails with `case-unreadable`. */
export function readCasePages(caseFolder: string): Result<readonly CasePage[], RecordFailure> {
  const folder = join(caseFolder, 'reports')
  if (!existsSync(folder)) return done([])
  const pages: CasePage[] = []
  const ids = new Set<string>()
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .toSorted()) {
    for (const [i, line] of readFileSync(join(folder, file), 'utf8').split('\n').entries()) {
      if (line.trim() === '') continue
      const page = readPageLine(line, `${basename(caseFolder)}/reports/${file}:${i + 1}`)
      if (!page.ok) return page
      if (ids.has(page.value.id))
        return unreadable(page.value.from, `the id ${page.value.id} a second time`, 'one report an id')
      ids.add(page.value.id)
      pages.push(page.value)
    }
  }
  return done(pages)
}

function readPageLine(line: string, from: string): Result<CasePage, RecordFailure> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return unreadable(from, JSON.stringify(line.slice(0, 40)), 'one JSON object')
  }
  const parsed = pageSchema.safeParse(value)
  if (!parsed.success) {
    const [fault] = parsed.error.issues
    return unreadable(
      from,
      `${fault?.path.join('.') || 'the object'}: ${fault?.message}`,
      '{"id", "text" or "html", …}',
    )
  }
  const { id, text, html, outlet, url, published, title, language } = parsed.data
  return done({
    id,
    ...(text !== undefined && { text }),
    ...(html !== undefined && { html }),
    outlet: outlet ?? null,
    url: url ?? null,
    published: published ?? null,
    title: title ?? null,
    language: language ?? null,
    isAbstract: abstractSchema.safeParse(value).data?.abstract !== undefined,
    from,
  })
}
