import { bulletinFiles } from '../src/compose/publish/index.ts'
import {
  createBundle,
  encodeEntry,
  formatBundle,
  MANIFEST_FILE,
  PROOF_FILE,
  writeManifest,
} from '../src/ledger/index.ts'
import { createMerkleTree, hashLeaf } from '../src/ledger/merkle/index.ts'
import { cosignCheckpoint, createSignerKey, signCheckpoint, verifierOf } from '../src/ledger/notes/index.ts'
import type { Entry } from '../src/model/index.ts'
import { draftBulletin } from '../src/publish/index.ts'
import { FACTS, recordOfMany, SCOPE } from '../src/publish/record.fixture.ts'

const log = createSignerKey('truceline.example/log', 'log', new Uint8Array(32).fill(1))
const witnesses = ['ru', 'tr'].map((side, i) =>
  createSignerKey(`${side}.example/witness`, 'witness', new Uint8Array(32).fill(2 + i)),
)
/** The keys of the log and of both sides' witnesses. */
export const PUBLICATION_KEYS = [verifierOf(log), ...witnesses.map(verifierOf)]
/** Incidents of the bulletin. */
export const INCIDENTS = 60

/** A publication as `bulletin publish` makes it: a log of reports, the bulletin's files, its entry, proofs, signatures of both sides. */
export async function publish(): Promise<ReadonlyMap<string, Uint8Array>> {
  const input = recordOfMany(INCIDENTS)
  const bulletin = draftBulletin(input, SCOPE, FACTS)
  const files = await bulletinFiles(bulletin, { roads: [], nameOf: FACTS.nameOf })
  const entries: Entry[] = Array.from({ length: INCIDENTS }, (_, i) =>
    reportEntry(`report-${String(i).padStart(6, '0')}`),
  )
  const figures = Object.fromEntries(bulletin.figures.map(({ id, value }) => [id, value]))
  const manifest = writeManifest(
    bulletin.id,
    files,
    entries.map((_, i) => i),
    figures,
  )
  const body = { publication: bulletin.id, sha256: manifest.sha256, mediaType: 'application/json' }
  entries.push({ kind: 'publication', at: '2020-03-16T17:45:00Z', by: 'spokesperson', body })
  const tree = createMerkleTree()
  for (const entry of entries) tree.append(hashLeaf(encodeEntry(entry)))
  const note = witnesses.reduce(
    (signed, witness) => {
      const answer = cosignCheckpoint(
        { origin: log.name, keys: [verifierOf(log)], latest: null },
        { note: signed, proof: [] },
        witness,
        1_584_380_700,
      )
      if (!answer.ok) throw new Error(answer.failure.message)
      return answer.value.note
    },
    signCheckpoint({ origin: log.name, ...tree.head() }, log),
  )
  const proof = formatBundle(
    createBundle(
      note,
      PUBLICATION_KEYS,
      entries.map((entry, index) => ({ index, entry, proof: tree.proveInclusion(index) })),
    ),
  )
  return new Map([
    ...files.map(({ name, bytes }) => [name, bytes] as const),
    [MANIFEST_FILE, Buffer.from(manifest.text)],
    [PROOF_FILE, Buffer.from(proof)],
  ])
}

function reportEntry(report: string): Entry {
  const body = { report, pageSha256: '0'.repeat(64), mediaType: 'text/plain', from: `${report}.txt`, reading: {} }
  return { kind: 'report-received', at: '2020-03-16T12:00:00Z', by: 'ingest', body }
}
