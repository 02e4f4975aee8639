import { fromBase64 } from '../../base/base64.ts'
import { decodeEntry } from '../../ledger/index.ts'
import {
  createFrontierBuilder,
  hashLeaf,
  sameHash,
  type FrontierBuilder,
  type Hash,
} from '../../ledger/merkle/index.ts'
import { openCheckpoint, parseVerifierKey, type VerifierKey } from '../../ledger/notes/index.ts'
import { writeLogStretch, writePerson, type PartOfEntry } from '../../store/backup/index.ts'
import { lockLog, writeCheckpoint, type Sql } from '../../store/index.ts'
import { growTree, type TreeNode } from '../case/index.ts'
import { broken } from './backup-error.ts'
import type { BackupHead, BackupLine } from './lines.ts'

/** What was written. */
export interface Written {
  readonly entries: number
  readonly parts: number
  readonly checkpoints: number
  readonly people: number
}

/** Entries written by one statement. */
const ENTRIES_A_STRETCH = 250

type EntryLine = Extract<BackupLine, { line: 'entry' }>

/** Writes the lines after the head. Throws `BackupError` where something does not fit; call it in a transaction. */
export async function writeRecord(sql: Sql, lines: AsyncIterable<BackupLine>, head: BackupHead): Promise<Written> {
  await lockLog(sql)
  const record = createRecordWriter(sql, head)
  for await (const line of lines) {
    if (line.line === 'entry') await record.entry(line)
    else if (line.line === 'checkpoint') await record.checkpoint(line)
    else if (line.line === 'person') await record.person(line)
  }
  return record.finish()
}

function createRecordWriter(sql: Sql, head: BackupHead) {
  const keys = head.keys.flatMap(keyIn)
  const told = { entries: 0, parts: 0, checkpoints: 0, people: 0 }
  const peaks: Hash[] = []
  const tree = createFrontierBuilder()
  /** Roots that checkpoints give, by size; they come before the entries. */
  const due = new Map<number, Hash>()
  let stretch: EntryLine[] = []
  const flush = async (): Promise<void> => {
    const leaves = stretch.map(leafOf)
    const nodes: TreeNode[] = []
    for (const [i, { leafHash }] of leaves.entries()) {
      growTree(peaks, nodes, told.entries + i, leafHash)
      tree.append(leafHash)
      meetCheckpoint(due, tree)
    }
    const parts = stretch.flatMap(partsOf)
    if (leaves.length > 0) await writeLogStretch(sql, { first: told.entries, leaves, nodes, parts })
    told.entries += leaves.length
    told.parts += parts.length
    stretch = []
  }
  return {
    entry: async (line: EntryLine): Promise<void> => {
      const expected = told.entries + stretch.length
      if (line.index !== expected) throw broken('backup-damaged', 'entries', `entry ${line.index}`, `${expected}`)
      if (stretch.push(line) === ENTRIES_A_STRETCH) await flush()
    },
    checkpoint: async ({ size, note }: Extract<BackupLine, { line: 'checkpoint' }>): Promise<void> => {
      const opened = openCheckpoint(note, keys)
      if (!opened.ok)
        throw broken('backup-damaged', `checkpoint ${size}`, opened.failure.message, 'one signed by the log')
      due.set(size, opened.value.checkpoint.root)
      await writeCheckpoint(sql, { size, note })
      told.checkpoints++
    },
    person: async ({ table, row }: Extract<BackupLine, { line: 'person' }>): Promise<void> => {
      await writePerson(sql, { table, row })
      told.people++
    },
    finish: async (): Promise<Written> => {
      await flush()
      if (told.entries === head.size && due.size === 0) return { ...told }
      throw broken('backup-damaged', 'entries', `${told.entries}`, `${head.size}`)
    },
  }
}

function meetCheckpoint(due: Map<number, Hash>, tree: FrontierBuilder): void {
  const size = tree.size()
  const root = due.get(size)
  if (!root) return
  if (!sameHash(root, tree.head().root)) {
    throw broken('backup-damaged', `entries up to ${size - 1}`, 'another root', `the one of the checkpoint at ${size}`)
  }
  due.delete(size)
}

function leafOf({ index, leaf }: EntryLine) {
  const entry = decodeEntry(leaf)
  if (!entry.ok) throw broken('backup-damaged', `entry ${index}`, entry.failure.message, 'a sound entry')
  return { entry: entry.value, text: leaf, leafHash: hashLeaf(leaf) }
}

function partsOf({ index, parts = [] }: EntryLine): readonly PartOfEntry[] {
  return parts.map(({ name, salt, part }) => {
    const [saltBytes, bytes] = [fromBase64(salt), fromBase64(part)]
    if (!saltBytes || !bytes) throw broken('backup-damaged', `entry ${index}`, `sealed part ${name}`, 'base64')
    return { entry: index, name, salt: saltBytes, bytes }
  })
}

function keyIn(text: string): readonly VerifierKey[] {
  const key = parseVerifierKey(text)
  return key.ok ? [key.value] : []
}
