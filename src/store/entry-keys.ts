import { sha256 } from '../base/sha256.ts'
import type { Entry } from '../model/index.ts'

/** Longest value kept readable in a key; a longer one is hashed, since PostgreSQL indexes no row beyond some 2,700 bytes. */
const MAX_READABLE = 200

/** What entries are looked up by. `import`: source and row, joined by a newline. */
export type EntryKeyKind =
  | 'page'
  | 'report'
  | 'from'
  | 'incident'
  | 'decision'
  | 'patrol'
  | 'publication'
  | 'import'
  | 'entry'
  | 'witness'
  | 'mapping'

/** Prints a key, `page:3f5a…`. */
export function entryKey(kind: EntryKeyKind, value: string): string {
  if (value.length <= MAX_READABLE && !value.includes('\0')) return `${kind}:${value}`
  return `${kind}:sha256:${Buffer.from(sha256(value)).toString('hex')}`
}

/** The key of a row of an imported table. */
export function importRowKey(source: string, row: string): string {
  return entryKey('import', `${source}\n${row}`)
}

/** All that an entry can be looked up by. Depends on nothing but the entry: the table of keys can be made anew from the log. */
export function keysOf(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'report-received':
      return [...pageKeys(entry.body), entryKey('report', entry.body.report)]
    case 'report-sighted':
      return [...pageKeys(entry.body), entryKey('report', entry.body.report)]
    case 'read-failed':
      return [entryKey('from', entry.body.from)]
    case 'review':
      return [entryKey('report', entry.body.report)]
    case 'link-decision':
      return [...new Set(entry.body.claims.map(({ report }) => entryKey('report', report)))]
    case 'verification-step':
      return [entryKey('incident', entry.body.incident)]
    case 'decision':
      return [entryKey('decision', entry.body.decision)]
    case 'consent':
      return [entryKey('decision', entry.body.decision)]
    case 'coverage':
      return []
    case 'patrol-log':
      return [entryKey('patrol', entry.body.patrol)]
    case 'publication':
      return [entryKey('publication', entry.body.publication)]
    case 'import-row':
      return [importRowKey(entry.body.source, entry.body.row)]
    case 'import-mapping':
      return [entryKey('mapping', entry.body.source)]
    case 'witness-named':
      return [entryKey('witness', entry.body.side)]
    case 'part-opened':
    case 'supersedes':
      return [entryKey('entry', String(entry.body.entry))]
  }
}

function pageKeys({ pageSha256, from }: { readonly pageSha256: string; readonly from: string }): readonly string[] {
  return [entryKey('page', pageSha256), entryKey('from', from)]
}
