import { assembleProof, planConsistencyProof, planInclusionProof, type ProofPlan } from '../../ledger/merkle/index.ts'
import { formatVerifierKey, verifierOf } from '../../ledger/notes/index.ts'
import type { Entry, EntryIndex } from '../../model/index.ts'
import { createTreeReader } from '../case/index.ts'
import {
  listEntries,
  parseLeaf,
  readCheckpointAt,
  readLastCheckpoint,
  readLeavesAt,
  readLogKeys,
  readLogSize,
  readTreeNodes,
  type EntryLine,
} from '../../store/index.ts'
import type { Desk } from './open-desk.ts'

/** How the log stands, as anybody may see it: nothing of what the entries say. */
export interface LogHead {
  readonly size: number
  /** The signed checkpoint with the cosignatures it has; null while the log is empty. */
  readonly checkpoint: string | null
  /** Verifier keys of the log, as C2SP signed-note prints them. */
  readonly keys: readonly string[]
}

/** How the log stands. */
export async function logHead({ open }: Desk): Promise<LogHead> {
  const checkpoint = await readLastCheckpoint(open.store)
  const keys = await readLogKeys(open.store)
  return {
    size: await readLogSize(open.store),
    checkpoint: checkpoint?.note ?? null,
    keys: keys.length > 0 ? keys : [formatVerifierKey(verifierOf(open.key))],
  }
}

/** That an entry is in the log of a size, without what it says. Hashes are base64. */
export interface EntryProof {
  readonly index: EntryIndex
  readonly size: number
  readonly leafHash: string
  /** Sibling hashes from the leaf to the root. */
  readonly proof: readonly string[]
  /** The signed checkpoint of that size; null where there is none. */
  readonly checkpoint: string | null
}

/** Proves that an entry is in the log (Default size: all of it); null where the log is not so long. */
export async function proveEntry({ open }: Desk, index: EntryIndex, asked?: number): Promise<EntryProof | null> {
  const { store } = open
  const whole = await readLogSize(store)
  const size = asked ?? whole
  if (index >= size || size > whole) return null
  const [leaf] = await readTreeNodes(store, [{ level: 0, index }])
  const proof = await assembled({ open }, planInclusionProof(index, size))
  return {
    index,
    size,
    leafHash: base64(leaf?.hash),
    proof,
    checkpoint: (await readCheckpointAt(store, size))?.note ?? null,
  }
}

/** That the log only grew from one size to another. Hashes are base64. */
export interface GrowthProof {
  readonly from: number
  readonly to: number
  readonly proof: readonly string[]
}

/** Proves that the log only grew (Default to: its size now); null where it is not so long. */
export async function proveGrowth({ open }: Desk, from: number, asked?: number): Promise<GrowthProof | null> {
  const whole = await readLogSize(open.store)
  const to = asked ?? whole
  if (from > to || to > whole) return null
  return { from, to, proof: await assembled({ open }, planConsistencyProof(from, to)) }
}

/** A page of entries, the last first. */
export async function entriesOf(
  { open }: Desk,
  limit: number,
  below: EntryIndex | null,
  kinds: readonly string[] | null,
): Promise<{ readonly items: readonly EntryLine[]; readonly next: EntryIndex | null }> {
  const lines = await listEntries(open.store, limit + 1, below, kinds)
  const items = lines.slice(0, limit)
  return { items, next: lines.length > limit ? (items.at(-1)?.index ?? null) : null }
}

/** An entry with the exact text that is hashed; null where there is none. */
export async function entryAt(
  { open }: Desk,
  index: EntryIndex,
): Promise<{ readonly entry: Entry; readonly text: string } | null> {
  const [leaf] = await readLeavesAt(open.store, [index])
  return leaf ? { entry: parseLeaf(leaf.text), text: leaf.text } : null
}

async function assembled({ open }: Pick<Desk, 'open'>, plan: ProofPlan): Promise<readonly string[]> {
  return assembleProof(plan, await createTreeReader(open.store, plan.flat())).map(base64)
}

function base64(hash: Uint8Array | undefined): string {
  return Buffer.from(hash ?? []).toString('base64')
}
