/**
 * A log of a million entries: appended (entry → canonical JSON → leaf hash → tree), then audited from a file (text → leaf hash →
 * compared with the stored one → root), beside plain SHA-256 over the same bytes as the floor that no log can pass.
 * `node bench/ledger.ts [entries] [rounds]` (Default: 1000000 3)
 */
import { createHash } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogAudit, encodeEntry, verifyBundle, createBundle, formatBundle } from '../src/ledger/index.ts'
import {
  createFrontierBuilder,
  createMerkleTree,
  hashLeaf,
  verifyInclusion,
  type TreeHead,
} from '../src/ledger/merkle/index.ts'
import { createSignerKey, signCheckpoint, verifierOf } from '../src/ledger/notes/index.ts'
import type { Entry } from '../src/model/index.ts'

const CHUNK_BYTES = 1 << 20

const [entries = 1_000_000, rounds = 3] = process.argv.slice(2).map(Number)

/** A bench as `bench/run.ts` takes it. */
export default { name: 'ledger', run: () => Promise.resolve(run(entries, rounds)) }

if (import.meta.main) for (const line of run(entries, rounds)) console.log(line)

function run(count: number, times: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'))
  try {
    return [...measure(count, times, join(folder, 'log.ndjson'), join(folder, 'hashes'))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function* measure(count: number, times: number, log: string, hashes: string): Generator<string> {
  appendAll(Math.min(count, 20_000), log, hashes)
  const appended = repeat(times, () => appendAll(count, log, hashes))
  const head = appended.result
  yield `ledger, ${count} entries, ${megabytes(statSync(log).size)} MB of leaves, median of ${times}`
  yield row('append', appended.seconds, count)
  yield peak('after appending')
  const audited = repeat(times, () => auditAll(log, hashes, head))
  yield row('audit', audited.seconds, count)
  yield peak('after auditing')
  yield row('floor: SHA-256 of the same bytes in one go', repeat(times, () => hashFile(log)).seconds, count)
  yield row('floor: SHA-256 of each line by createHash', repeat(times, () => hashLines(log)).seconds, count)
  yield* measureProofs(hashes, head)
}

/** Appends as a store does that keeps only the frontier: texts and leaf hashes go to two files. */
function appendAll(count: number, log: string, hashes: string): TreeHead {
  const [texts, leaves] = [createWriter(log), createWriter(hashes)]
  const frontier = createFrontierBuilder()
  for (let i = 0; i < count; i++) {
    const text = encodeEntry(entryOf(i))
    const leafHash = hashLeaf(text)
    frontier.append(leafHash)
    texts.write((room) => room.write(`${text}\n`))
    leaves.write((room) => (room.set(leafHash), leafHash.length))
  }
  texts.close()
  leaves.close()
  return frontier.head()
}

/** Writes a file through one block, so that the peak memory is the log's and not that of strings on their way out. */
function createWriter(path: string) {
  const file = openSync(path, 'w')
  const block = Buffer.alloc(CHUNK_BYTES)
  let used = 0
  const flush = (): void => {
    writeSync(file, block.subarray(0, used))
    used = 0
  }
  return {
    write: (fill: (room: Buffer) => number): void => {
      if (used > CHUNK_BYTES / 2) flush()
      used += fill(block.subarray(used))
    },
    close: (): void => {
      flush()
      closeSync(file)
    },
  }
}

function auditAll(log: string, hashes: string, head: TreeHead): void {
  const stored = readFileSync(hashes)
  const audit = createLogAudit([head])
  let i = 0
  for (const text of linesOf(log)) audit.add({ text, leafHash: stored.subarray(i * 32, ++i * 32) })
  const report = audit.finish()
  if (report.findings.length > 0 || report.provenSize !== head.size) throw new Error('the log does not verify')
}

function hashFile(path: string): void {
  const hash = createHash('sha256')
  for (const chunk of chunksOf(path)) hash.update(chunk)
  hash.digest()
}

function hashLines(path: string): void {
  for (const text of linesOf(path)) createHash('sha256').update(text).digest()
}

function* measureProofs(hashes: string, head: TreeHead): Generator<string> {
  const stored = readFileSync(hashes)
  const leafAt = (i: number): Uint8Array => stored.subarray(i * 32, (i + 1) * 32)
  const tree = createMerkleTree(Array.from({ length: head.size }, (_, i) => leafAt(i)))
  const indices = Array.from({ length: 10_000 }, (_, i) => Math.imul(i, 2_654_435_761) >>> 0).map((x) => x % head.size)
  const proofs = repeat(3, () => indices.map((index) => tree.proveInclusion(index)))
  yield row('inclusion proof made', proofs.seconds, indices.length)
  const checked = repeat(3, () =>
    indices.every((index, i) =>
      verifyInclusion({ index, leafHash: leafAt(index), head, proof: proofs.result[i] ?? [] }),
    ),
  )
  if (!checked.result) throw new Error('a proof does not verify')
  yield row('inclusion proof checked', checked.seconds, indices.length)
  const key = createSignerKey('truceline.example/bench', 'log', new Uint8Array(32))
  const note = signCheckpoint({ origin: key.name, ...head }, key)
  const chosen = indices
    .slice(0, 1000)
    .map((index, i) => ({ index, entry: entryOf(index), proof: proofs.result[i] ?? [] }))
  const text = formatBundle(createBundle(note, [verifierOf(key)], chosen))
  const bundle = repeat(3, () => verifyBundle(text, [verifierOf(key)]))
  yield row(`bundle of ${chosen.length} entries checked`, bundle.seconds, chosen.length)
}

function entryOf(i: number): Entry {
  const columns = {
    id: String(i),
    side: i % 2 ? 'north' : 'south',
    km: String(i % 117),
    note: `Post ${i % 40} heard ${i % 9} shots; الطريق`,
  }
  const at = `2020-${pad((i % 12) + 1)}-${pad((i % 28) + 1)}T${pad(i % 24)}:${pad(i % 60)}:00Z`
  const body = { source: 'posts', row: `post-${i}`, columns }
  return {
    kind: 'import-row',
    at,
    by: 'import',
    body,
    sealed: [{ name: 'source-identity', commitment: 'A'.repeat(43) }],
  }
}

function* chunksOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r')
  const chunk = Buffer.alloc(CHUNK_BYTES)
  for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) yield chunk.subarray(0, read)
  closeSync(file)
}

function* linesOf(path: string): Generator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for (const chunk of chunksOf(path)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function repeat<T>(times: number, work: () => T): { readonly seconds: readonly number[]; readonly result: T } {
  const seconds: number[] = []
  let result: T
  do {
    const start = performance.now()
    result = work()
    seconds.push((performance.now() - start) / 1000)
  } while (seconds.length < times)
  return { seconds, result }
}

function row(name: string, seconds: readonly number[], count: number): string {
  const sorted = seconds.toSorted((a, b) => a - b)
  const median = sorted[sorted.length >> 1] ?? 0
  const spread = `${(sorted[0] ?? 0).toFixed(2)}–${(sorted.at(-1) ?? 0).toFixed(2)}`
  return `  ${name.padEnd(46)} ${median.toFixed(2)} s (${spread}), ${((median / count) * 1e6).toFixed(2)} µs each`
}

function peak(when: string): string {
  return `  peak memory ${when}: ${megabytes(process.resourceUsage().maxRSS * 1024)} MB, Node itself included`
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
