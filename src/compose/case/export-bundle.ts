import { toBase64 } from '../../base/base64.ts'
import { done, type Result } from '../../base/result.ts'
import { createBundle, formatBundle, type EntryToBundle, type OpenedPart } from '../../ledger/index.ts'
import { assembleProof, planInclusionProof } from '../../ledger/merkle/index.ts'
import { openCheckpoint, verifierOf } from '../../ledger/notes/index.ts'
import type { EntryIndex } from '../../model/index.ts'
import { parseLeaf, readCheckpoints, readLeavesAt, readSealedParts, type Sql } from '../../store/index.ts'
import { entriesBehind, entriesBehindClaims, type IncidentClaims } from './entries-behind.ts'
import { refused, type CaseFailure } from './failure.ts'
import type { OpenCase } from './open-case.ts'
import { createTreeReader } from './tree-reader.ts'
import { readWitnesses } from './witnesses.ts'

/** What to put in a bundle. */
export interface BundleChoice {
  /** (Default: none by themselves) */
  readonly entries?: readonly EntryIndex[]
  /** Incidents, each with all that its claims came in by and all that people decided on it. (Default: none) */
  readonly incidents?: readonly string[]
  /** The same of incidents as they were known at a cut-off: other claims may give them another id today. (Default: none) */
  readonly asKnown?: readonly IncidentClaims[]
  /** Names of sealed parts to show, as `page`. (Default: none: what is sealed stays sealed) */
  readonly show?: readonly string[]
}

/** A bundle as text, and what is in it. */
export interface ExportedBundle {
  readonly text: string
  readonly entries: readonly EntryIndex[]
  /** Names of the keys that signed its checkpoint: the log's, then its witnesses'. */
  readonly signedBy: readonly string[]
}

/**
 * Makes a bundle that anyone can verify offline: entries, their inclusion proofs, a signed checkpoint, the keys. Of the checkpoints that
 * hold all the entries it takes the one that most witnesses cosigned, the latest of several. Fails with `bundle-empty`,
 * `entry-unknown`, `incident-unknown`, or where the stored checkpoint does not open.
 */
export async function exportBundle(open: OpenCase, choice: BundleChoice): Promise<Result<ExportedBundle, CaseFailure>> {
  return open.store.transaction(async (sql) => {
    const chosen = await chooseEntries(sql, choice)
    if (!chosen.ok) return chosen
    const indices = chosen.value
    const witnesses = (await readWitnesses(sql)).map(({ key }) => key)
    const note = await bestCheckpoint(sql, (indices.at(-1) ?? 0) + 1)
    const opened = openCheckpoint(note, [verifierOf(open.key), ...witnesses])
    if (!opened.ok) return opened
    const keys = opened.value.signatures.map(({ key }) => key)
    const entries = await proveEntries(sql, indices, opened.value.checkpoint.size, choice.show ?? [])
    const text = formatBundle(createBundle(note, keys, entries))
    return done({ text, entries: indices, signedBy: keys.map(({ name }) => name) })
  })
}

async function chooseEntries(
  sql: Sql,
  { entries = [], incidents = [], asKnown = [] }: BundleChoice,
): Promise<Result<readonly EntryIndex[], CaseFailure>> {
  const chosen = new Set(entries)
  for (const id of incidents) {
    const behind = await entriesBehind(sql, id)
    if (!behind) return refused('incident-unknown', 'incident', id, 'the id of one in the record')
    for (const entry of behind) chosen.add(entry)
  }
  for (const incident of asKnown) for (const entry of await entriesBehindClaims(sql, incident)) chosen.add(entry)
  if (chosen.size === 0) return refused('bundle-empty', 'bundle', 'nothing chosen', 'an entry or an incident')
  const there = new Set((await readLeavesAt(sql, [...chosen])).map(({ index }) => index))
  const missing = [...chosen].find((index) => !there.has(index))
  if (missing === undefined) return done([...chosen].toSorted((a, b) => a - b))
  return refused('entry-unknown', 'entry', String(missing), 'the index of an entry in the log')
}

async function bestCheckpoint(sql: Sql, size: number): Promise<string> {
  const notes = (await readCheckpoints(sql)).filter((checkpoint) => checkpoint.size >= size).map(({ note }) => note)
  const signaturesOf = (note: string) => note.split('\n— ').length
  const most = Math.max(...notes.map(signaturesOf))
  return notes.findLast((note) => signaturesOf(note) === most) ?? ''
}

async function proveEntries(
  sql: Sql,
  indices: readonly EntryIndex[],
  size: number,
  show: readonly string[],
): Promise<readonly EntryToBundle[]> {
  const plans = indices.map((index) => planInclusionProof(index, size))
  const hashAt = await createTreeReader(sql, plans.flat(2))
  const leaves = await readLeavesAt(sql, indices)
  const entries: EntryToBundle[] = []
  for (const [i, { index, text }] of leaves.entries()) {
    const proof = assembleProof(plans[i] ?? [], hashAt)
    entries.push({ index, entry: parseLeaf(text), proof, opened: await openedParts(sql, index, show) })
  }
  return entries
}

async function openedParts(sql: Sql, entry: EntryIndex, show: readonly string[]): Promise<readonly OpenedPart[]> {
  if (show.length === 0) return []
  const parts = await readSealedParts(sql, entry)
  return parts
    .filter(({ name }) => show.includes(name))
    .map(({ name, salt, bytes }) => ({ name, salt: toBase64(salt), part: toBase64(bytes) }))
}
