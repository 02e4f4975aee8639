import { entryKey, findEntries, parseLeaf, type Sql } from '../../store/index.ts'
import type { PreparedPage } from './prepare-page.ts'

/** What the log holds already of the pages of a batch; grows with what is written of it. */
export interface HeldPages {
  /** The report that a page became; null where the record does not have the page. */
  readonly reportOf: (pageSha256: string) => string | null
  /** Whether the record has the page from there. */
  readonly isFrom: (pageSha256: string, from: string) => boolean
  /** Whether an id stands for another page. */
  readonly isTaken: (report: string) => boolean
  /** Whether the last that was heard from there is a failure of that code. */
  readonly hasFailed: (from: string, code: string) => boolean
  readonly note: (pageSha256: string, report: string, from: string) => void
}

/** Looks up the pages of a batch, their ids, and where those that failed came from. Call it with the log locked. */
export async function findHeldPages(sql: Sql, batch: readonly PreparedPage[]): Promise<HeldPages> {
  const pages = new Map<string, { readonly report: string; readonly from: Set<string> }>()
  const ids = new Set<string>()
  const last = new Map<string, string | null>()
  const note = (pageSha256: string, report: string, from: string): void => {
    const known = pages.get(pageSha256) ?? { report, from: new Set<string>() }
    known.from.add(from)
    pages.set(pageSha256, known)
    ids.add(report)
    last.set(from, null)
  }
  const keys = batch.flatMap(({ page, pageSha256, read }) =>
    read.ok ? [entryKey('page', pageSha256), entryKey('report', page.id)] : [entryKey('from', page.from)],
  )
  for (const { text } of await findEntries(sql, [...new Set(keys)])) {
    const entry = parseLeaf(text)
    if (entry.kind === 'read-failed') last.set(entry.body.from, entry.body.code)
    else if (entry.kind === 'report-received' || entry.kind === 'report-sighted') {
      note(entry.body.pageSha256, entry.body.report, entry.body.from)
    }
  }
  return {
    reportOf: (pageSha256) => pages.get(pageSha256)?.report ?? null,
    isFrom: (pageSha256, from) => pages.get(pageSha256)?.from.has(from) ?? false,
    isTaken: (report) => ids.has(report),
    hasFailed: (from, code) => last.get(from) === code,
    note,
  }
}
