import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { sayIssue } from '../../base/schema-issue.ts'
import { pageSchema } from '../../contract/index.ts'
import type { Reading } from '../../model/index.ts'
import type { Page, Pipeline } from '../../pipeline.ts'

/** A line that gave no reading, as it is answered on the wire. */
export interface RefusedReport {
  readonly id: string | null
  readonly error: { readonly code: string; readonly message: string }
}

/** What files of reports hold. */
export interface ReadReports {
  readonly readings: readonly Reading[]
  readonly refused: readonly RefusedReport[]
}

/** Reads every report of files of one JSON report a line; `-`, or no file, is standard input. A report whose id was there before is refused. */
export async function readReports(files: readonly string[], pipeline: Pipeline): Promise<ReadReports> {
  const readings: Reading[] = []
  const refused: RefusedReport[] = []
  const ids = new Set<string>()
  for (const file of files.length > 0 ? files : ['-']) {
    const input = file === '-' ? process.stdin : createReadStream(file)
    let number = 0
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++
      if (line.trim() === '') continue
      const read = readLine(line, `${file === '-' ? 'standard input' : file}:${number}`, pipeline, ids)
      if ('error' in read) refused.push(read)
      else readings.push(read)
    }
  }
  return { readings, refused }
}

function readLine(line: string, place: string, pipeline: Pipeline, ids: Set<string>): Reading | RefusedReport {
  const page = parsePage(line, place)
  if ('error' in page) return page
  if (ids.has(page.id)) return refusal(page.id, 'report-doubled', 'a report of that id came before')
  ids.add(page.id)
  const reading = pipeline.readPage(page)
  return reading.ok ? reading.value : refusal(page.id, reading.failure.code, reading.failure.message)
}

function parsePage(line: string, place: string): Page | RefusedReport {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return refusal(null, 'line-unreadable', `${place}: found ‘${line.slice(0, 80)}’, expected a JSON object`)
  }
  const parsed = pageSchema.safeParse(json)
  if (!parsed.success) {
    const said = parsed.error.issues.map((issue) => sayIssue(issue, json))
    const message = said.map(({ path, text }) => [...path, text].join(': ')).join('; ')
    return refusal(idOf(json), 'page-malformed', `${place}: ${message}`)
  }
  const { id, text, html, outlet = null, url = null, published = null, title = null, language = null } = parsed.data
  const facts = { id, outlet, url, published, title, language }
  return text === undefined ? { ...facts, html: html ?? '' } : { ...facts, text }
}

function idOf(json: unknown): string | null {
  return json !== null && typeof json === 'object' && 'id' in json ? String(json.id) : null
}

function refusal(id: string | null, code: string, message: string): RefusedReport {
  return { id, error: { code, message } }
}
