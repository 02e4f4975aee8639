import { createHash } from 'node:crypto'
import { failed, type Result } from '../../base/result.ts'
import { columnsOf, type ImportTally, type Mapping, type RowRefusal } from '../../import/index.ts'
import { importRows, lookAtRows, type ImportInput, type ImportReport } from '../case/index.ts'
import { createSources, type TableChoice, type TableFailure, type TableKind } from '../exchange/index.ts'
import type { ChangedMeanwhile } from './decide.ts'
import type { Desk } from './open-desk.ts'
import { putAside, type FileAside } from './put-aside.ts'

/** A file that somebody sends. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A table or document that somebody brings, known by name or read by a mapping of their own: one of the two is told. */
export interface BroughtTable {
  readonly file: SentFile
  readonly as?: TableKind
  readonly mapping?: SentFile
  /** The table that the rows belong to. (Default: none) */
  readonly with?: SentFile
}

/** What would become, or became, of one table. */
export interface TableLook {
  /** The file's name; behind `!` that of a file in an archive. */
  readonly name: string
  /** How its rows are read. */
  readonly mapping: Pick<Mapping, 'dataset' | 'title'> & { readonly columns: readonly string[] }
  readonly tally: ImportTally
  /** Rows that are refused, by code. */
  readonly codes: { readonly [code: string]: number }
  /** The first refused rows, in the order of the file. */
  readonly problems: readonly RowRefusal[]
  /** Why the table as a whole is not taken; null where it is. */
  readonly fault: RowRefusal | null
}

/** What would become, or became, of what somebody brought. */
export interface TablesLook {
  /** Hexadecimal SHA-256 over the files: who keeps them tells by it that these are the ones looked at. */
  readonly sha256: string
  readonly tables: readonly TableLook[]
  /** Why tables could not be had at all. */
  readonly failures: readonly { readonly from: string; readonly code: string; readonly message: string }[]
}

/** Refused rows that are told; of the others their number is. */
const MOST_PROBLEMS = 200
/** What an archive that somebody sends may hold: a small one can be made to hold very much. */
const ARCHIVE_LIMITS = { maxMemberBytes: 64 * 2 ** 20, maxBytes: 128 * 2 ** 20, maxMembers: 100 }

/** Reads what somebody brings and tells what would become of every row; writes nothing. Fails with the codes of an import. */
export function lookAtTable(desk: Desk, brought: BroughtTable): Promise<Result<TablesLook, TableFailure>> {
  return eachTable(brought, (input) => lookAtRows(desk.open, input))
}

/**
 * Takes what somebody brings into the case. Entries are told of as they come. Fails with the codes of an import, and with
 * `changed-meanwhile` where other files were looked at.
 *
 * @param by the person, who stands in the entries as the one who brought it
 * @param looked `sha256` of the look that came before (Default: nobody looked)
 */
export async function keepTable(
  desk: Desk,
  by: string,
  brought: BroughtTable,
  looked?: string,
): Promise<Result<TablesLook, TableFailure | ChangedMeanwhile>> {
  const found = digestOf(brought)
  if (looked !== undefined && looked !== found) {
    const message = `file: found one with SHA-256 ${found}, expected the one that was looked at, ${looked}`
    return failed({ code: 'changed-meanwhile', message })
  }
  const onProgress = (): void => void desk.changes.look().catch(() => undefined)
  const kept = await eachTable(brought, (input) => importRows(desk.open, desk.tools, { ...input, by, onProgress }))
  await desk.changes.look()
  return kept
}

async function eachTable(
  brought: BroughtTable,
  take: (input: ImportInput) => Promise<ImportReport>,
): Promise<Result<TablesLook, TableFailure>> {
  const table = await putAside(brought.file.name, brought.file.bytes)
  const joined = brought.with && (await putAside(brought.with.name, brought.with.bytes))
  try {
    const sources = await createSources(choiceOf(brought, joined))
    if (!sources.ok) return failed(asOne(sources.failure))
    const [tables, failures]: [TableLook[], TablesLook['failures'][number][]] = [[], []]
    for await (const source of sources.value(fileOf(brought.file, table))) {
      if ('failure' in source) failures.push({ from: source.name, ...source.failure })
      else tables.push(lookOf(source.name, source.input.mapping, await take(source.input)))
    }
    return { ok: true, value: { sha256: digestOf(brought), tables, failures } }
  } finally {
    await table.remove()
    await joined?.remove()
  }
}

function choiceOf({ as, mapping, with: beside }: BroughtTable, joined: FileAside | undefined): TableChoice {
  return {
    ...(as && { as }),
    ...(mapping && { mapping: { text: new TextDecoder().decode(mapping.bytes), name: mapping.name } }),
    ...(beside && joined && { with: fileOf(beside, joined) }),
  }
}

function fileOf({ name }: SentFile, { path }: FileAside) {
  return { path, name, limits: ARCHIVE_LIMITS }
}

function lookOf(name: string, mapping: Mapping, { tally, refusals, fault }: ImportReport): TableLook {
  const codes: { [code: string]: number } = {}
  for (const { code } of refusals) codes[code] = (codes[code] ?? 0) + 1
  const { dataset, title } = mapping
  const used = { dataset, title, columns: columnsOf(mapping) }
  return { name, mapping: used, tally, codes, problems: refusals.slice(0, MOST_PROBLEMS), fault }
}

/** Several faults, of a mapping, as one refusal, a line each. */
function asOne(failures: readonly TableFailure[]): TableFailure {
  return { code: failures[0]?.code ?? 'mapping-malformed', message: failures.map(({ message }) => message).join('\n') }
}

function digestOf({ file, as, mapping, with: joined }: BroughtTable): string {
  const hash = createHash('sha256').update(`${as ?? ''}\n`)
  for (const part of [file, mapping, joined]) hash.update(part ? createHash('sha256').update(part.bytes).digest() : '')
  return hash.digest('hex')
}
