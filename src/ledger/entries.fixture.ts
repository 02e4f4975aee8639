import { createMerkleTree, hashLeaf } from './merkle/index.ts'
import { encodeEntry } from './leaf.ts'
import { createSignerKey, signCheckpoint, cosignCheckpoint, verifierOf } from './notes/index.ts'
import { sealPart } from './sealed-part.ts'
import type { Entry } from '../model/index.ts'

/** A small log of invented entries with its keys, for the tests of this folder. */
export function sampleLog(size: number) {
  const sealed = sealPart('source-identity', 'a shepherd near the third bridge', new Uint8Array(32).fill(9))
  const entries = Array.from({ length: size }, (_, i) => sampleEntry(i, sealed.commitment))
  const texts = entries.map(encodeEntry)
  const tree = createMerkleTree(texts.map((text) => hashLeaf(text)))
  const logKey = createSignerKey('truceline.example/sample', 'log', new Uint8Array(32).fill(1))
  const witnessKeys = ['north', 'south'].map((side, i) =>
    createSignerKey(`witness.example/${side}`, 'witness', new Uint8Array(32).fill(2 + i)),
  )
  const log = { origin: logKey.name, keys: [verifierOf(logKey)], latest: null }
  let note = signCheckpoint({ origin: logKey.name, ...tree.head() }, logKey)
  for (const [i, key] of witnessKeys.entries()) {
    const cosigned = cosignCheckpoint(log, { note, proof: [] }, key, 1_584_262_800 + i)
    if (!cosigned.ok) throw new Error(cosigned.failure.message)
    note = cosigned.value.note
  }
  return { entries, texts, tree, note, keys: [logKey, ...witnessKeys].map(verifierOf), opened: sealed.opened }
}

function sampleEntry(i: number, commitment: { name: string; commitment: string }): Entry {
  const at = `2020-03-15T09:${String(i % 60).padStart(2, '0')}:00Z`
  if (i % 3 === 0) {
    const body = {
      report: `r${i}`,
      pageSha256: '00',
      from: 'https://news.example/a?b=é',
      mediaType: 'text/html',
      reading: {},
    }
    return { kind: 'report-received', at, by: 'ingest', body, sealed: [commitment] }
  }
  if (i % 3 === 1) {
    const body = { patrol: 'p1', side: 'north', account: { words: 'قُطعت الدورية', kind: 'joint', km: 12.5 } }
    return { kind: 'patrol-log', at, by: 'liaison-north', body }
  }
  return { kind: 'supersedes', at, by: 'editor', body: { entry: i - 2, by: null, reason: 'received "twice"\n' } }
}
