import * as fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addCosignature,
  auditCase,
  createCaseTools,
  exportBundle,
  ingestPages,
  initCase,
  nameWitness,
  requestCosignature,
  reviewClaim,
  takeVerificationStep,
  type OpenCase,
  type SourcePage,
} from '../src/compose/case/index.ts'
import { verifyBundle } from '../src/ledger/index.ts'
import {
  cosignCheckpoint,
  createSignerKey,
  formatNoteSignature,
  formatVerifierKey,
  openCheckpoint,
  parseWitnessRequest,
  verifierOf,
  type Checkpoint,
} from '../src/ledger/notes/index.ts'
import { eraseSealedPart, readLastCheckpoint } from '../src/store/index.ts'
import { findIncidents } from '../src/store/projections/index.ts'
import { embeddedEngine, postgresEngine } from './engines.ts'

const NORTH = createSignerKey('witness.example/north', 'witness', new Uint8Array(32).fill(5))
const SOUTH = createSignerKey('witness.example/south', 'witness', new Uint8Array(32).fill(6))
const LATER = 1_900_000_000

const postgres = await postgresEngine()

describe.each(postgres ? [embeddedEngine(), postgres] : [embeddedEngine()])(
  'what others can check, on the $name engine',
  { timeout: 120_000 },
  (engine) => {
    const keys = mkdtempSync(join(tmpdir(), 'truceline-proofs-'))
    const tools = createCaseTools()
    let open: OpenCase
    let incident = ''

    beforeAll(async () => {
      const keyFile = join(keys, 'log.key')
      open = valueOf(await initCase(engine.newLocation(), 'truceline.example/proofs', { keyFile }))
      await ingestPages(open, tools, pages())
      const [found] = await findIncidents(open.store, { claim: { report: 'a', claim: 0 } })
      incident = found?.incident.id ?? ''
      valueOf(
        await reviewClaim(open, tools, 'v.a', { report: 'a', claim: 0, verdict: 'confirmed', reason: 'as it stands' }),
      )
      const step = { incident, axis: 'validity', to: 'under-verification', reason: 'two accounts' } as const
      valueOf(await takeVerificationStep(open, tools, 'v.a', step))
    }, 120_000)
    afterAll(async () => {
      await open.close()
      await engine.clean()
      rmSync(keys, { recursive: true })
    })

    /** A witness as it works elsewhere: it knows the log's public key and what it cosigned last. */
    const witnessed = async (signer: typeof NORTH, latest: Checkpoint | null) => {
      const request = valueOf(parseWitnessRequest(valueOf(await requestCosignature(open, latest?.size ?? 0))))
      const log = { origin: open.key.name, keys: [verifierOf(open.key)], latest }
      return valueOf(cosignCheckpoint(log, request, signer, LATER))
    }

    it('takes a cosignature only of a witness that a side has named', async () => {
      const { note, signature } = await witnessed(NORTH, null)
      expect(codeOf(await addCosignature(open, note))).toBe('signature-missing')
      const verifier = formatVerifierKey(verifierOf(NORTH))
      valueOf(await nameWitness(open, tools, 'chair', { side: 'north', verifier, reason: 'named on 6 March' }))
      const size = openCheckpoint(note, [verifierOf(open.key)])
      const added = valueOf(await addCosignature(open, note))
      expect([added.size, added.signatures.map(({ key }) => key.name)]).toEqual([
        size.ok ? size.value.checkpoint.size : 0,
        ['truceline.example/proofs', 'witness.example/north'],
      ])
      // The line alone is of the last checkpoint, which has grown by the entry that named the witness.
      expect(codeOf(await addCosignature(open, formatNoteSignature(signature)))).toBe('signature-invalid')
      expect((await readLastCheckpoint(open.store))?.note).not.toContain('witness.example/north')
    })

    it('asks a witness with a proof that the log only grew since it looked', async () => {
      const first = await witnessed(NORTH, null)
      await ingestPages(open, tools, pages('later '))
      const second = await witnessed(NORTH, first.latest)
      valueOf(await addCosignature(open, formatNoteSignature(second.signature)))
      const verifier = formatVerifierKey(verifierOf(SOUTH))
      valueOf(await nameWitness(open, tools, 'chair', { side: 'south', verifier, reason: 'named on 7 March' }))
      valueOf(await addCosignature(open, (await witnessed(SOUTH, null)).note))
      valueOf(await addCosignature(open, (await witnessed(NORTH, second.latest)).note))
      const { witnesses, log } = await auditCase(open)
      expect(witnesses.map(({ side, size }) => [side, size])).toEqual([
        ['north', log.size],
        ['south', log.size],
      ])
      expect(codeOf(await requestCosignature(open, log.size + 1))).toBe('checkpoint-missing')
    })

    it('refuses a checkpoint of another log, and garbage', async () => {
      expect(codeOf(await addCosignature(open, 'hello'))).toBe('note-malformed')
      const { note } = await witnessed(NORTH, null)
      expect(codeOf(await addCosignature(open, note.replace(/^[^\n]*/, 'other.example')))).toBe('checkpoint-foreign')
      const wrong = { side: 'north', verifier: formatVerifierKey(verifierOf(open.key)), reason: 'r' }
      expect(codeOf(await nameWitness(open, tools, 'chair', wrong))).toBe('witness-key-foreign')
    })

    it('exports what an incident rests on, and any byte changed in that names the entry', async () => {
      const { text, entries, signedBy } = valueOf(await exportBundle(open, { incidents: [incident], show: ['page'] }))
      expect(signedBy).toEqual(['truceline.example/proofs', 'witness.example/south', 'witness.example/north'])
      const trusted = [open.key, NORTH, SOUTH].map(verifierOf)
      const report = verifyBundle(text, trusted)
      expect([report.findings, report.verified.map(({ kind }) => kind)]).toEqual([
        [],
        ['report-received', 'review', 'verification-step', 'report-received'],
      ])
      expect(text).toContain(Buffer.from('The army shelled').toString('base64').slice(0, 16))
      const bytes = new TextEncoder().encode(text)
      const lines = text.split('\n')
      fc.assert(
        fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (position, mask) => {
          const { findings } = verifyBundle(
            bytes.map((byte, i) => (i === position ? byte ^ mask : byte)),
            trusted,
          )
          expect(findings.length).toBeGreaterThan(0)
          const line = Buffer.from(bytes.subarray(0, position)).toString('latin1').split('\n').length - 1
          const start = Buffer.byteLength(lines.slice(0, line).join('\n')) + (line > 0 ? 1 : 0)
          const index = entries[line - 1]
          const inIndex = position - start < `{"index":${index},`.length
          if (index === undefined || bytes[position] === 10 || inIndex) return
          expect(findings.map(({ entry }) => entry?.index)).toContain(index)
        }),
        { numRuns: 400 },
      )
    })

    it('leaves sealed what was not asked for, and refuses what is not there', async () => {
      expect(valueOf(await exportBundle(open, { entries: [0] })).text).not.toContain('"opened"')
      expect(codeOf(await exportBundle(open, {}))).toBe('bundle-empty')
      expect(codeOf(await exportBundle(open, { entries: [9999] }))).toBe('entry-unknown')
      expect(codeOf(await exportBundle(open, { incidents: ['none'] }))).toBe('incident-unknown')
    })

    it('finds what was changed beside the entries: a page, a column, a key, a subtree, a cosignature', async () => {
      const sound = await auditCase(open)
      expect([sound.log.findings, sound.beside, sound.brokenCheckpoints, sound.sealed.gone]).toEqual([[], [], [], 0])
      const changes = [
        [`update sealed_part set part = set_byte(part, 5, 1) where entry = 0`, 'sealed-part-altered', 'entry 0'],
        [`update entry set kind = 'decision' where index = 1`, 'beside-altered', 'entry 1'],
        [`update entry set recorded_by = 'x' where index = 2`, 'beside-altered', 'entry 2'],
        [`update entry set recorded_at = recorded_at - interval '1 day' where index = 3`, 'beside-altered', 'entry 3'],
        [`delete from entry_key where entry = 0 and key like 'page:%'`, 'beside-altered', 'entry 0'],
        [`update tree_node set hash = sha256(hash) where level = 1 and index = 0`, 'beside-altered', 'entries 0 to 1'],
      ] as const
      for (const [change, code, name] of changes) {
        const beside = await afterChange(change)
        expect(beside.map((finding) => finding.code)).toEqual([code])
        expect(beside[0]?.message).toContain(name)
      }
      expect(await eraseSealedPart(open.store, 0, 'page')).toBe(true)
      expect(await auditCase(open)).toMatchObject({ beside: [], sealed: { gone: 1 } })
    })

    /** What the audit finds of a change that is then taken back. */
    const afterChange = async (change: string) => {
      const undone = new Error('undo')
      let beside: Awaited<ReturnType<typeof auditCase>>['beside'] = []
      await open.store
        .transaction(async (sql) => {
          await sql.run(change)
          ;({ beside } = await auditCase({ ...open, store: { ...open.store, ...sql } }))
          throw undone
        })
        .catch((error: unknown) => expect(error).toBe(undone))
      return beside
    }
  },
)

async function* pages(prefix = ''): AsyncGenerator<SourcePage> {
  const texts = {
    a: 'The army shelled Saraqib on 12 March 2020, the Turkish Defence Ministry said.',
    b: 'Warplanes struck Binnish on 20 March 2020, residents said.',
  }
  for (const [id, text] of Object.entries(texts)) {
    yield { id: `${prefix}${id}`, text: `${prefix}${text}`, from: `pages#${prefix}${id}`, published: '2020-03-21' }
  }
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

function codeOf(result: { ok: boolean; failure?: { code: string } }): string | null {
  return result.failure?.code ?? null
}
