import { done, type Result } from '../../base/result.ts'
import { canonicalJson, parseCanonicalJson, type JsonValue } from '../../base/canonical-json.ts'
import type { Entry } from '../../model/index.ts'
import { readEntriesOfKinds, type EntryToAppend, type Sql } from '../../store/index.ts'
import { ingestPages, type CaseTools, type IngestTally, type OpenCase, type SourcePage } from '../case/index.ts'
import { readCaseDocuments, type CaseDocuments } from './case-folder.ts'
import { ABSTRACT_OF, readCasePages, type CasePage } from './case-pages.ts'
import type { RecordFailure } from './failure.ts'

/** What became of a folder that was loaded. */
export interface LoadTally {
  readonly reports: IngestTally
  /** Decisions, accounts of patrols and stretches of coverage that the log did not have. */
  readonly documents: number
}

type Document = { readonly [member: string]: JsonValue }

/**
 * Puts a case's folder into a log: its reports, decisions, accounts of patrols and coverage. Loaded again, only what is new is added; a decision that
 * reads otherwise than before follows the old one, which stays. Fails with `case-unreadable`.
 */
export async function loadFolder(
  open: OpenCase,
  tools: CaseTools,
  caseFolder: string,
): Promise<Result<LoadTally, RecordFailure>> {
  const pages = readCasePages(caseFolder)
  if (!pages.ok) return pages
  const documents = readCaseDocuments(caseFolder)
  if (!documents.ok) return documents
  let added = 0
  await open.append(async (sql) => {
    const entries = await newEntries(sql, documents.value, tools)
    added = entries.length
    return entries
  })
  return done({ documents: added, reports: await ingestPages(open, tools, sourcePages(pages.value)) })
}

// oxlint-disable-next-line typescript/require-await -- what takes pages takes them as they come
async function* sourcePages(pages: readonly CasePage[]): AsyncGenerator<SourcePage> {
  for (const { id, text, html, outlet, url, published, title, language, isAbstract, from } of pages) {
    yield {
      id,
      from: isAbstract ? `${ABSTRACT_OF}${url ?? 'a report without address'}` : (url ?? from),
      ...(html === undefined ? { text: text ?? '' } : { html }),
      ...(outlet !== null && { outlet }),
      ...(url !== null && { url }),
      ...(published !== null && { published }),
      ...(title !== null && { title }),
      ...(language !== null && { language }),
    }
  }
}

/** The entries of a folder's documents that the log does not hold as they are. */
async function newEntries(
  sql: Sql,
  { decisions, patrols, coverage }: CaseDocuments,
  tools: CaseTools,
): Promise<readonly EntryToAppend[]> {
  const held = new Set<string>()
  for (const { entry } of await readEntriesOfKinds(sql, ['decision', 'coverage', 'patrol-log']))
    held.add(bodyText(entry))
  const wanted = [
    ...decisions.map(({ id, ...resolved }): Entry => {
      const body = { decision: id, signedBy: [], resolved: documentOf(resolved) }
      return { kind: 'decision', at: tools.now(), by: 'case-folder', body }
    }),
    ...patrols.flatMap((patrol) =>
      patrol.accounts.map(({ side, ...account }): Entry => {
        const planned = patrol.planned && { fromKm: patrol.planned.fromKm, toKm: patrol.planned.toKm }
        const body = { patrol: patrol.id, side, account: documentOf({ ...account, planned }) }
        return { kind: 'patrol-log', at: tools.now(), by: 'case-folder', body }
      }),
    ),
    ...coverage.map((stretch): Entry => {
      return { kind: 'coverage', at: tools.now(), by: 'case-folder', body: { document: documentOf(stretch) } }
    }),
  ]
  return wanted.filter((entry) => !held.has(bodyText(entry))).map((entry) => ({ entry }))
}

function bodyText({ kind, body }: Entry): string {
  return `${kind} ${canonicalJson(body)}`
}

function documentOf(value: object): Document {
  const read = parseCanonicalJson(canonicalJson(value))
  if (!read.ok) throw new TypeError(read.failure)
  return read.value as Document
}
