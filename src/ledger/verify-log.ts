import { ledgerFailure, type LedgerFailure } from './failure.ts'
import { findingAbout, type EntryName, type Finding } from './finding.ts'
import { kindOf } from './leaf.ts'
import {
  createFrontierBuilder,
  hashLeaf,
  sameHash,
  type FrontierBuilder,
  type Hash,
  type TreeHead,
} from './merkle/index.ts'

/** Findings listed; the rest are counted. A log rewritten whole would fill the memory otherwise. */
const MAX_FINDINGS = 1000

/** An entry as a store keeps it: its text, and the leaf hash stored beside it when it was appended. */
export interface StoredLeaf {
  readonly text: string
  readonly leafHash: Hash
}

/** What came of checking a log. */
export interface LogReport {
  /** Entries read. */
  readonly size: number
  /** Entries under the last checkpoint that fits; what comes after is bound by no signature yet. */
  readonly provenSize: number
  /** In the order of the log, 1000 at most; empty if all is well. */
  readonly findings: readonly Finding[]
  /** Entries with a finding beyond those listed. */
  readonly unlisted: number
}

/** Checks a log entry by entry in the memory of a frontier. */
export interface LogAudit {
  readonly add: (leaf: StoredLeaf) => void
  readonly finish: () => LogReport
}

/**
 * Starts an audit against checkpoints whose signatures were checked before, in any order; the more of them, the closer a
 * rewritten stretch is named. An entry is named where its text does not give its stored hash; the next checkpoint's root tells
 * whether text or stored hash is wrong. Where both were changed together, the entries since the last checkpoint that fits are named.
 */
export function createLogAudit(checkpoints: readonly TreeHead[]): LogAudit {
  const audit: Audit = {
    due: checkpoints.toSorted((a, b) => a.size - b.size),
    met: 0,
    texts: createFrontierBuilder(),
    hashes: null,
    suspects: [],
    findings: [],
    provenSize: 0,
    broken: false,
    unlisted: 0,
  }
  meetCheckpoints(audit)
  return { add: (leaf) => addLeaf(audit, leaf), finish: () => finishAudit(audit) }
}

/** Audits a whole log at once; for one that comes piece by piece feed `createLogAudit`. */
export function verifyLog(leaves: Iterable<StoredLeaf>, checkpoints: readonly TreeHead[]): LogReport {
  const audit = createLogAudit(checkpoints)
  for (const leaf of leaves) audit.add(leaf)
  return audit.finish()
}

interface Audit {
  readonly due: readonly TreeHead[]
  /** How many of `due` were met. */
  met: number
  /** The tree over the texts. */
  texts: FrontierBuilder
  /** The tree over the stored hashes; null while that is the same tree. */
  hashes: FrontierBuilder | null
  /** Entries whose text and stored hash differ, until a checkpoint tells which is wrong. */
  suspects: EntryName[]
  readonly findings: Finding[]
  provenSize: number
  /** A checkpoint fitted neither tree, so none after it can. */
  broken: boolean
  unlisted: number
}

function addLeaf(audit: Audit, { text, leafHash }: StoredLeaf): void {
  const index = audit.texts.size()
  // A lone surrogate would hash like U+FFFD; its JSON spells it out, and so gives a hash that no entry has.
  const found = hashLeaf(text.isWellFormed() ? text : JSON.stringify(text))
  if (!sameHash(found, leafHash)) {
    audit.hashes ??= createFrontierBuilder(audit.texts.frontier())
    if (audit.suspects.length + audit.findings.length < MAX_FINDINGS) audit.suspects.push({ index, kind: kindOf(text) })
    else audit.unlisted++
  }
  audit.hashes?.append(leafHash.slice())
  audit.texts.append(found)
  meetCheckpoints(audit)
}

function meetCheckpoints(audit: Audit): void {
  for (let head = audit.due[audit.met]; head?.size === audit.texts.size(); head = audit.due[audit.met]) {
    audit.met++
    meetCheckpoint(audit, head)
  }
}

/** Whichever tree has the checkpoint's root is the log's, and goes on alone. */
function meetCheckpoint(audit: Audit, { size, root }: TreeHead): void {
  if (sameHash(audit.texts.head().root, root)) {
    judgeSuspects(audit, storedHashAltered())
    audit.hashes = null
    audit.provenSize = size
  } else if (audit.hashes && sameHash(audit.hashes.head().root, root)) {
    judgeSuspects(audit, textAltered())
    audit.texts = audit.hashes
    audit.hashes = null
    audit.provenSize = size
  } else {
    judgeSuspects(audit, textAltered())
    if (!audit.broken) audit.findings.push(findingAbout(null, rootMismatch(audit.provenSize, size)))
    audit.broken = true
  }
}

function judgeSuspects(audit: Audit, failure: LedgerFailure): void {
  audit.findings.push(...audit.suspects.map((suspect) => findingAbout(suspect, failure)))
  audit.suspects = []
}

function finishAudit(audit: Audit): LogReport {
  judgeSuspects(audit, textAltered())
  const size = audit.texts.size()
  const last = audit.due.at(-1)
  if (last && last.size > size) audit.findings.push(missingFrom(size, last.size))
  return { size, provenSize: audit.provenSize, findings: audit.findings, unlisted: audit.unlisted }
}

function textAltered(): LedgerFailure {
  return ledgerFailure('entry-altered', 'text', 'another leaf hash', 'the one stored when it was appended')
}

function storedHashAltered(): LedgerFailure {
  return ledgerFailure(
    'leaf-hash-altered',
    'stored leaf hash',
    'another hash',
    "the text's, which the checkpoint confirms",
  )
}

function rootMismatch(from: number, size: number): LedgerFailure {
  const place = size > from ? `entries ${from} to ${size - 1}` : `checkpoint ${size}`
  return ledgerFailure('checkpoint-mismatch', place, 'another root', `the root of the checkpoint at size ${size}`)
}

function missingFrom(index: number, size: number): Finding {
  const failure = ledgerFailure('entry-missing', 'log', `${index} entries`, `at least the checkpoint's ${size}`)
  return { ...failure, entry: { index, kind: null } }
}
