import { toBase64 } from '../../base/base64.ts'
import { hashLeaf, sameHash, type Hash } from '../../ledger/merkle/index.ts'
import { decodeEntry, findingAbout, ledgerFailure, verifyOpenedPart, type Finding } from '../../ledger/index.ts'
import { strayColumn, strayNodes, type LogRow, type Sql } from '../../store/index.ts'
import { growTree, type TreeNode } from './extend-log.ts'

/** Findings listed: a store spoiled whole would fill the memory otherwise. */
const MAX_FINDINGS = 1000

/** Sealed parts that the entries commit to. */
export interface SealedCount {
  readonly kept: number
  /** Erased, or never kept here. */
  readonly gone: number
}

/** Checks what a store keeps beside the entries, batch by batch in the order of the log. */
export interface RowAudit {
  readonly add: (rows: readonly LogRow[]) => Promise<void>
  readonly finish: () => { readonly findings: readonly Finding[]; readonly sealed: SealedCount }
}

/** Starts an audit of sealed parts, of the columns and keys that repeat what entries say, and of the subtrees that proofs are made from. */
export function createRowAudit(sql: Sql): RowAudit {
  const findings: Finding[] = []
  const sealed = { kept: 0, gone: 0 }
  const peaks: Hash[] = []
  /** Once a leaf is not what it was, the subtrees above it say nothing more. */
  let treeSound = true
  return {
    add: async (rows) => {
      const nodes: TreeNode[] = []
      for (const row of rows) {
        treeSound &&= sameHash(hashLeaf(row.text.toWellFormed()), row.leafHash)
        if (treeSound) growTree(peaks, nodes, row.index, row.leafHash)
        for (const finding of findingsIn(row, sealed)) if (findings.length < MAX_FINDINGS) findings.push(finding)
      }
      for (const node of treeSound ? await strayNodes(sql, nodes) : []) findings.push(strayNode(node))
    },
    finish: () => ({ findings, sealed: { ...sealed } }),
  }
}

function* findingsIn(row: LogRow, sealed: { kept: number; gone: number }): Generator<Finding> {
  const entry = decodeEntry(row.text)
  // The log's own audit names an entry that can no longer be read.
  if (!entry.ok) return
  const name = { index: row.index, kind: entry.value.kind }
  const stray = strayColumn(row)
  if (stray) {
    yield findingAbout(name, ledgerFailure('beside-altered', 'store', `another ${stray}`, `the ${stray} of the entry`))
  }
  const commitments = entry.value.sealed ?? []
  sealed.kept += row.parts.length
  sealed.gone += Math.max(0, commitments.length - row.parts.length)
  for (const { name: part, salt, bytes } of row.parts) {
    const failure = verifyOpenedPart(commitments, { name: part, salt: toBase64(salt), part: toBase64(bytes) })
    if (failure) yield findingAbout(name, failure)
  }
}

function strayNode({ level, index }: TreeNode): Finding {
  const [from, to] = [index * 2 ** level, (index + 1) * 2 ** level - 1]
  const place = `subtree over entries ${from} to ${to}`
  return findingAbout(null, ledgerFailure('beside-altered', place, 'another hash', 'the hash of those entries'))
}
