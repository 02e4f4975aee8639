import type { Entry, Reading } from '../../model/index.ts'
import type { EntryToAppend } from '../../store/index.ts'
import { findHeldPages, type HeldPages } from './held-pages.ts'
import type { OpenCase } from './open-case.ts'
import { preparePage, receivedBody, type PreparedPage } from './prepare-page.ts'
import { projectCase, projectReports } from './project-case.ts'
import { sealEntry } from './seal.ts'
import type { CaseTools, PageFailure, PageInput } from './tools.ts'

/** A page to take in, and where it came from: a file, a line of a file, an address. */
export interface SourcePage extends PageInput {
  readonly from: string
  /** Who brings it in. (Default: `ingest`) */
  readonly by?: string
  /** Why the page could not even be had; it is then noted, to be tried again. */
  readonly failure?: PageFailure
}

/** What became of the pages of an ingest. */
export interface IngestTally {
  readonly received: number
  /** Pages that the record had from elsewhere. */
  readonly sighted: number
  /** Pages that the record had from the same source: nothing was written. */
  readonly unchanged: number
  readonly failed: number
}

/** What to tell of an ingest under way. */
export interface IngestOptions {
  /** Called after each batch with the pages that are done. */
  readonly onProgress?: (pages: number) => void
  /** Called for each page that could not be had or read. */
  readonly onFailure?: (from: string, failure: PageFailure) => void
}

/** Pages appended under one checkpoint; what a batch holds is kept or lost together if the process dies. */
const PAGES_A_BATCH = 25

/** Who brings pages in where nobody is named. */
const INGEST = 'ingest'

/** Readings kept until they are projected: each is some 20 kB in memory. */
const READINGS_KEPT = 1_000

/**
 * Takes pages into a case. The same page twice is one report and a second sighting; the same page from the same source again is nothing,
 * so that an ingest that died is simply run again. A page that cannot be read is an entry with its code, once until that changes.
 */
export async function ingestPages(
  open: OpenCase,
  tools: CaseTools,
  pages: AsyncIterable<SourcePage>,
  { onProgress = () => undefined, onFailure = () => undefined }: IngestOptions = {},
): Promise<IngestTally> {
  const tally = { received: 0, sighted: 0, unchanged: 0, failed: 0 }
  const known = new Map<string, Reading>()
  const flush = async (batch: readonly PreparedPage[]) => {
    for (const outcome of await appendBatch(open, tools, batch, known)) tally[outcome]++
    for (const { page, read } of batch) if (!read.ok) onFailure(page.from, read.failure)
    if (known.size >= READINGS_KEPT) {
      await projectReports(open, tools, { known })
      known.clear()
    }
    onProgress(batch.length)
  }
  let batch: PreparedPage[] = []
  for await (const page of pages) {
    if (batch.push(await preparePage(page, tools)) < PAGES_A_BATCH) continue
    await flush(batch)
    batch = []
  }
  if (batch.length > 0) await flush(batch)
  await projectCase(open, tools, { known })
  return tally
}

type Outcome = keyof IngestTally
type Written = readonly [Outcome, readonly EntryToAppend[]]

async function appendBatch(
  open: OpenCase,
  tools: CaseTools,
  batch: readonly PreparedPage[],
  known: Map<string, Reading>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  await open.append(async (sql) => {
    const held = await findHeldPages(sql, batch)
    return batch.flatMap((prepared) => {
      const { read } = prepared
      const [outcome, entries] = read.ok
        ? takeIn(prepared, read.value, held, tools, known)
        : noteFailure(prepared, read.failure, held, tools)
      outcomes.push(outcome)
      return entries
    })
  })
  return outcomes
}

function takeIn(
  prepared: PreparedPage,
  reading: Reading,
  held: HeldPages,
  tools: CaseTools,
  known: Map<string, Reading>,
): Written {
  const { page, pageSha256, raw } = prepared
  const [at, by] = [tools.now(), page.by ?? INGEST]
  const there = held.reportOf(pageSha256)
  if (there === null) {
    const id = freeId(prepared, held)
    held.note(pageSha256, id, page.from)
    known.set(id, id === page.id ? reading : { ...reading, report: { ...reading.report, id } })
    const entry: Entry = { kind: 'report-received', at, by, body: receivedBody(prepared, reading, id) }
    return ['received', [sealEntry(entry, { page: raw })]]
  }
  if (held.isFrom(pageSha256, page.from)) return ['unchanged', []]
  held.note(pageSha256, there, page.from)
  return [
    'sighted',
    [{ entry: { kind: 'report-sighted', at, by, body: { report: there, pageSha256, from: page.from } } }],
  ]
}

/** The page's own id, or, where that stands for another page, the id with the beginning of the page's hash. */
function freeId({ page, pageSha256 }: PreparedPage, held: HeldPages): string {
  return held.isTaken(page.id) ? `${page.id}~${pageSha256.slice(0, 16)}` : page.id
}

function noteFailure({ page }: PreparedPage, failure: PageFailure, held: HeldPages, tools: CaseTools): Written {
  const { from } = page
  if (held.hasFailed(from, failure.code)) return ['failed', []]
  const body = { from, code: failure.code, message: failure.message }
  return ['failed', [{ entry: { kind: 'read-failed', at: tools.now(), by: page.by ?? INGEST, body } }]]
}
