import { canonicalJson, type JsonValue } from '../../base/canonical-json.ts'
import { failed } from '../../base/result.ts'
import { sha256 } from '../../base/sha256.ts'
import type { Entry, Reading } from '../../model/index.ts'
import { entryKey, findEntries, parseLeaf, type EntryToAppend, type Sql } from '../../store/index.ts'
import type { OpenCase } from './open-case.ts'
import { projectCase } from './project-case.ts'
import { sealEntry } from './seal.ts'
import type { CaseTools, PageFailure, PageInput } from './tools.ts'

/** A page to take in, and where it came from: a file, a line of a file, an address. */
export interface SourcePage extends PageInput {
  readonly from: string
  /** Why the page could not even be had; it is then noted, to be tried again. */
  readonly failure?: PageFailure
  /** The person who brings it. (Default: nobody, `ingest` does) */
  readonly by?: string
}

/** Who stands in the entries of pages that no person brought. */
const BY = 'ingest'

/** What became of the pages of an ingest. */
export interface IngestTally {
  readonly received: number
  /** Pages that the record had from elsewhere. */
  readonly sighted: number
  /** Pages that the record had from the same source: nothing was written. */
  readonly unchanged: number
  readonly failed: number
}

/** Pages appended under one checkpoint; what a batch holds is kept or lost together if the process dies. */
const PAGES_A_BATCH = 25

type Outcome = keyof IngestTally
interface Prepared {
  readonly page: SourcePage
  readonly pageSha256: string
  readonly raw: Uint8Array
  readonly entry: EntryToAppend
  readonly reading: Reading | null
}

/**
 * Takes pages into a case. The same page twice is one report and a second sighting; the same page from the same source again is nothing,
 * so that an ingest that died is simply run again. A page that cannot be read is an entry with its code.
 */
export async function ingestPages(
  open: OpenCase,
  tools: CaseTools,
  pages: AsyncIterable<SourcePage>,
  onProgress: (pages: number) => void = () => {},
): Promise<IngestTally> {
  const tally = { received: 0, sighted: 0, unchanged: 0, failed: 0 }
  const known = new Map<string, Reading>()
  const flush = async (batch: readonly Prepared[]) => {
    for (const outcome of await appendBatch(open, tools, batch)) tally[outcome]++
    for (const { page, reading } of batch) if (reading) known.set(page.id, reading)
    onProgress(batch.length)
  }
  let batch: Prepared[] = []
  for await (const page of pages) {
    if (batch.push(await prepare(page, tools)) < PAGES_A_BATCH) continue
    await flush(batch)
    batch = []
  }
  if (batch.length > 0) await flush(batch)
  await projectCase(open, tools, { known })
  return tally
}

async function prepare(page: SourcePage, tools: CaseTools): Promise<Prepared> {
  const raw = page.bytes ?? new TextEncoder().encode(page.html ?? page.text ?? '')
  const pageSha256 = Buffer.from(sha256(raw)).toString('hex')
  const read = page.failure ? failed(page.failure) : await tools.readPage(page)
  const [at, by] = [tools.now(), page.by ?? BY]
  if (!read.ok) {
    const { code, message } = read.failure
    return {
      page,
      pageSha256,
      raw,
      reading: null,
      entry: { entry: { kind: 'read-failed', at, by, body: { from: page.from, code, message } } },
    }
  }
  if (!isStorable(read.value)) {
    const body = {
      from: page.from,
      code: 'unreadable-encoding',
      message: `${page.id}: found half a character, expected whole ones`,
    }
    return { page, pageSha256, raw, reading: null, entry: { entry: { kind: 'read-failed', at, by, body } } }
  }
  const mediaType = page.mediaType ?? (page.html === undefined ? 'text/plain' : 'text/html')
  const reading: object = read.value.report
  const document = reading as { readonly [member: string]: JsonValue }
  const body = { report: page.id, pageSha256, mediaType, from: page.from, reading: document }
  return {
    page,
    pageSha256,
    raw,
    reading: read.value,
    entry: sealEntry({ kind: 'report-received', at, by, body }, { page: raw }),
  }
}

/** Text with half a surrogate pair has no UTF-8, and so no hash that others could recompute. */
function isStorable({ report }: Reading): boolean {
  const value: object = report
  try {
    canonicalJson(value)
    return true
  } catch {
    return false
  }
}

async function appendBatch(open: OpenCase, tools: CaseTools, batch: readonly Prepared[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  await open.append(async (sql) => {
    const held = await sourcesOf(sql, batch)
    return batch.flatMap((prepared) => {
      const sources = held.get(prepared.pageSha256)
      if (prepared.reading === null) return note(outcomes, 'failed', [prepared.entry])
      if (!sources) {
        held.set(prepared.pageSha256, { report: prepared.page.id, from: new Set([prepared.page.from]) })
        return note(outcomes, 'received', [prepared.entry])
      }
      if (sources.from.has(prepared.page.from)) return note(outcomes, 'unchanged', [])
      sources.from.add(prepared.page.from)
      return note(outcomes, 'sighted', [{ entry: sightingOf(prepared, sources.report, tools) }])
    })
  })
  return outcomes
}

function note(outcomes: Outcome[], outcome: Outcome, entries: readonly EntryToAppend[]): readonly EntryToAppend[] {
  outcomes.push(outcome)
  return entries
}

function sightingOf({ page, pageSha256 }: Prepared, report: string, tools: CaseTools): Entry {
  return { kind: 'report-sighted', at: tools.now(), by: page.by ?? BY, body: { report, pageSha256, from: page.from } }
}

interface HeldPage {
  readonly report: string
  readonly from: Set<string>
}

/** The report of each page that the record holds already, and all sources it came from. */
async function sourcesOf(sql: Sql, batch: readonly Prepared[]): Promise<Map<string, HeldPage>> {
  const held = new Map<string, HeldPage>()
  const keys = batch.map(({ pageSha256 }) => entryKey('page', pageSha256))
  for (const { text } of await findEntries(sql, keys)) {
    const entry = parseLeaf(text)
    if (entry.kind !== 'report-received' && entry.kind !== 'report-sighted') continue
    const known = held.get(entry.body.pageSha256) ?? { report: entry.body.report, from: new Set<string>() }
    known.from.add(entry.body.from)
    held.set(entry.body.pageSha256, known)
  }
  return held
}
