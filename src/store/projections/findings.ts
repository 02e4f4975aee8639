import { canonicalJson } from '../../base/canonical-json.ts'
import { parseDay } from '../../base/calendar.ts'
import type { Finding } from '../../model/index.ts'
import type { Sql, SqlValue } from '../sql.ts'
import { insertRows, type Column } from './insert-rows.ts'
import { formatCursor, parseCursor, type Cursor, type Page } from './page.ts'

interface FindingRow {
  readonly finding: Finding
  readonly position: number
}

const COLUMNS: readonly Column<FindingRow>[] = [
  { name: 'id', type: 'text', of: ({ finding }) => finding.id },
  { name: 'clause', type: 'text', of: ({ finding }) => finding.clause },
  { name: 'obligation', type: 'text', of: ({ finding }) => finding.obligation },
  { name: 'subject', type: 'text', of: ({ finding }) => finding.subject.kind },
  {
    name: 'incident',
    type: 'text',
    of: ({ finding: { subject } }) => (subject.kind === 'incident' ? subject.incident : null),
  },
  {
    name: 'patrol',
    type: 'text',
    of: ({ finding: { subject } }) => (subject.kind === 'patrol' ? subject.patrol : null),
  },
  { name: 'outcome', type: 'text', of: ({ finding }) => finding.outcome },
  { name: 'rule', type: 'text', of: ({ finding }) => finding.rule },
  { name: 'validity', type: 'text', of: ({ finding }) => finding.validity },
  { name: 'responsibility', type: 'text', of: ({ finding }) => finding.responsibility },
  { name: 'bound', type: 'text', of: ({ finding }) => finding.bound },
  { name: 'doer', type: 'text', of: ({ finding }) => finding.doer },
  { name: 'first_day', type: 'date', of: ({ finding }) => dayOf(finding.on?.from) },
  { name: 'last_day', type: 'date', of: ({ finding }) => dayOf(finding.on?.to) },
  { name: 'origins', type: 'int', of: ({ finding }) => finding.origins },
  { name: 'disputed', type: 'int', of: ({ finding }) => (finding.disputed ? 1 : 0) },
  { name: 'deadline', type: 'text', of: ({ finding }) => finding.deadline },
  { name: 'decision', type: 'text', of: ({ finding }) => finding.decision },
  { name: 'position', type: 'int', of: ({ position }) => position },
  { name: 'document', type: 'text', of: ({ finding }) => canonicalJson({ ...finding, sentence: finding.sentence }) },
]

function dayOf(moment: string | undefined): string | null {
  return moment !== undefined && parseDay(moment) !== null ? moment.slice(0, 10) : null
}

/** Takes all findings out. */
export async function clearFindings(sql: Sql): Promise<void> {
  await sql.run('delete from finding')
}

/** Writes findings in the order in which they are to be listed. Their ids must be unique. */
export async function writeFindings(sql: Sql, findings: readonly Finding[]): Promise<void> {
  await insertRows(
    sql,
    'finding',
    COLUMNS,
    findings.map((finding, position) => ({ finding, position })),
  )
}

/** Which findings are asked for; all conditions must hold. (Default of each: any) */
export interface FindingFilter {
  readonly id?: string
  readonly clause?: string
  readonly obligation?: string
  readonly outcome?: string
  /** By whom it is said to have been done. */
  readonly doer?: string
  readonly incident?: string
  readonly patrol?: string
  readonly subject?: Finding['subject']['kind']
  readonly disputed?: boolean
  /** First and last day, inclusive; a finding that reaches into them counts, one without a day does not. */
  readonly from?: string
  readonly to?: string
}

/** Lists findings by obligation, day and id, so many at a time. A cursor that is none of ours begins at the beginning. */
export async function listFindings(
  sql: Sql,
  filter: FindingFilter,
  limit: number,
  cursor?: Cursor,
): Promise<Page<Finding>> {
  const values: SqlValue[] = []
  const take = (value: SqlValue): string => `$${values.push(value)}`
  const after = Number(parseCursor(cursor ?? '', 1)?.[0] ?? -1)
  const conditions = [`position > ${take(Number.isInteger(after) ? after : -1)}::int`, ...conditionsOf(filter, take)]
  const rows = await sql.query<{ position: number; document: string }>(
    `select position, document from finding where ${conditions.join(' and ')} order by position limit ${Math.max(1, Math.trunc(limit)) + 1}`,
    values,
  )
  const shown = rows.slice(0, Math.max(1, Math.trunc(limit)))
  const last = shown.at(-1)
  return {
    items: shown.map(({ document }) => JSON.parse(document) as Finding),
    next: rows.length > shown.length && last ? formatCursor([last.position]) : null,
  }
}

const PLAIN = ['id', 'clause', 'obligation', 'outcome', 'doer', 'incident', 'patrol', 'subject'] as const

function* conditionsOf(filter: FindingFilter, take: (value: SqlValue) => string): Generator<string> {
  for (const column of PLAIN) {
    const value = filter[column]
    if (value !== undefined) yield `${column} = ${take(value)}`
  }
  if (filter.disputed !== undefined) yield `disputed = ${filter.disputed ? 1 : 0}`
  if (filter.from !== undefined) yield `last_day >= ${take(filter.from)}::text::date`
  if (filter.to !== undefined) yield `first_day <= ${take(filter.to)}::text::date`
}
