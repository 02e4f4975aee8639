import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createCaseTools,
  decideLink,
  ingestPages,
  initCase,
  mergeIncidents,
  rebuildCase,
  reviewClaim,
  splitIncident,
  takeVerificationStep,
  withdrawDecision,
  type OpenCase,
  type SourcePage,
} from '../src/compose/case/index.ts'
import { readLogSize } from '../src/store/index.ts'
import { digestProjections, findIncidents, type FoundIncident } from '../src/store/projections/index.ts'
import { embeddedEngine, postgresEngine } from './engines.ts'

const PAGES: readonly SourcePage[] = [
  page('ankara', 'The army shelled Saraqib on 12 March 2020, the Turkish Defence Ministry said.'),
  page('moscow', 'Saraqib was shelled by militants on 12 March 2020, the Russian Defence Ministry said.'),
  page('binnish', 'Warplanes struck Binnish on 20 March 2020, residents said.'),
]

const postgres = await postgresEngine()

describe.each(postgres ? [embeddedEngine(), postgres] : [embeddedEngine()])(
  'the work of people, on the $name engine',
  { timeout: 120_000 },
  (engine) => {
    const keys = mkdtempSync(join(tmpdir(), 'truceline-people-'))
    const tools = createCaseTools()
    let open: OpenCase

    beforeAll(async () => {
      open = valueOf(
        await initCase(engine.newLocation(), 'truceline.example/people', { keyFile: join(keys, 'log.key') }),
      )
      await ingestPages(open, tools, asyncOf(PAGES))
    }, 120_000)
    afterAll(async () => {
      await open.close()
      await engine.clean()
      rmSync(keys, { recursive: true })
    })

    const incidentOf = async (report: string): Promise<FoundIncident> => {
      const [found] = await findIncidents(open.store, { claim: { report, claim: 0 } })
      if (!found) throw new Error(`no incident of ${report}`)
      return found
    }
    const reportsAt = async (report: string) => (await incidentOf(report)).incident.claims.map((claim) => claim.report)
    /** A step-wise projection must give what a rebuild gives. */
    const expectRebuilt = async () => {
      const { sha256 } = await digestProjections(open.store)
      expect((await rebuildCase(open, tools)).sha256).toBe(sha256)
    }

    it('joins two incidents and parts them again, one decision outranking the other', async () => {
      const [one, other] = [await incidentOf('ankara'), await incidentOf('binnish')]
      const incidents = [one.incident.id, other.incident.id]
      valueOf(await mergeIncidents(open, tools, 'verifier.a', { incidents, reason: 'one raid, two villages' }))
      expect(await reportsAt('ankara')).toContain('binnish')
      const { id } = (await incidentOf('ankara')).incident
      const claims = [{ report: 'binnish', claim: 0 }]
      valueOf(await splitIncident(open, tools, 'verifier.b', { incident: id, claims, reason: 'eight days apart' }))
      expect(await reportsAt('binnish')).toEqual(['binnish'])
      expect(await reportsAt('ankara')).not.toContain('binnish')
      await expectRebuilt()
    })

    it('refuses a link of one claim, of a claim that is not there, a split that leaves nothing', async () => {
      const one = { report: 'ankara', claim: 0 }
      const link = (claims: readonly { report: string; claim: number }[]) =>
        decideLink(open, tools, 'verifier.a', { decision: 'same', claims, reason: 'r' })
      expect(codeOf(await link([one, one]))).toBe('claims-too-few')
      expect(codeOf(await link([one, { report: 'ankara', claim: 99 }]))).toBe('claim-unknown')
      const { incident } = await incidentOf('binnish')
      const split = { incident: incident.id, claims: incident.claims, reason: 'r' }
      expect(codeOf(await splitIncident(open, tools, 'verifier.a', split))).toBe('claims-too-few')
    })

    it('verifies with two people only, and tells what waits for the second', async () => {
      const { id } = (await incidentOf('ankara')).incident
      const step = (by: string, to: string) =>
        takeVerificationStep(open, tools, by, { incident: id, axis: 'validity', to, reason: 'site visit' })
      expect(codeOf(await step('verifier.a', 'verified'))).toBe('step-not-allowed')
      valueOf(await step('verifier.a', 'under-verification'))
      expect(valueOf(await step('verifier.a', 'verified')).standing.validity).toEqual({
        state: 'under-verification',
        proposed: { state: 'verified', by: 'verifier.a' },
      })
      expect(await incidentOf('ankara')).toMatchObject({ validity: 'under-verification', proposed: 'verified' })
      expect(codeOf(await step('verifier.a', 'verified'))).toBe('step-second-person')
      valueOf(await step('verifier.b', 'verified'))
      expect(await incidentOf('ankara')).toMatchObject({ validity: 'verified', proposed: null })
      await expectRebuilt()
    })

    it('keeps who answers for it apart, with its actor', async () => {
      const { id } = (await incidentOf('ankara')).incident
      const step = (to: string, from?: string) =>
        takeVerificationStep(open, tools, 'verifier.c', {
          incident: id,
          axis: 'responsibility',
          to,
          reason: 'two accounts',
          ...(from !== undefined && { from }),
        })
      expect(codeOf(await step('attributable'))).toBe('step-actor')
      expect(codeOf(await step('disputed', 'not-attributable'))).toBe('step-out-of-date')
      valueOf(await step('largely-attributable:sy-army'))
      expect(await incidentOf('ankara')).toMatchObject({
        validity: 'verified',
        responsibility: 'largely-attributable:sy-army',
      })
    })

    it('keeps the steps when the claim that gave the incident its id is rejected, and when it comes back', async () => {
      const both = [
        { report: 'ankara', claim: 0 },
        { report: 'moscow', claim: 0 },
      ]
      valueOf(await decideLink(open, tools, 'verifier.a', { decision: 'same', claims: both, reason: 'one salvo' }))
      const { id } = (await incidentOf('ankara')).incident
      const step = { incident: id, axis: 'responsibility', to: 'disputed', reason: 'Moscow names others' } as const
      valueOf(await takeVerificationStep(open, tools, 'verifier.c', step))
      const before = await incidentOf('ankara')
      const other = before.incident.claims.find(({ report }) => report !== before.incident.claims[0]?.report)
      expect(other).toBeDefined()
      const founder = before.incident.claims[0] ?? { report: '', claim: 0 }
      valueOf(await reviewClaim(open, tools, 'verifier.a', { ...founder, verdict: 'rejected', reason: 'misread' }))
      const left = await incidentOf(other?.report ?? '')
      expect(left.incident.id).not.toBe(before.incident.id)
      expect(left.validity).toBe('verified')
      valueOf(await reviewClaim(open, tools, 'verifier.b', { ...founder, verdict: 'confirmed', reason: 'right' }))
      expect(await incidentOf('ankara')).toMatchObject({ validity: 'verified', incident: { id: before.incident.id } })
      await expectRebuilt()
    })

    it('amends a claim, keeps what the amendment leaves out, and finds it by its new actor', async () => {
      const claim = { report: 'binnish', claim: 0 }
      const amendment = { actor: 'sy-airforce', harm: { killed: { min: 2, max: 3 }, injured: null } }
      const review = { ...claim, verdict: 'amended', amendment, reason: 'the caller told more' } as const
      const { entry } = valueOf(await reviewClaim(open, tools, 'verifier.a', review))
      const found = await findIncidents(open.store, { actor: 'sy-airforce' })
      expect(found.map(({ incident }) => [incident.act, incident.claims])).toEqual([['air-strike', [claim]]])
      expect(codeOf(await reviewClaim(open, tools, 'verifier.a', review))).toBe('amendment-malformed')
      valueOf(await withdrawDecision(open, tools, 'verifier.b', { entry, reason: 'another raid' }))
      expect(await findIncidents(open.store, { actor: 'sy-airforce' })).toEqual([])
      expect(codeOf(await withdrawDecision(open, tools, 'verifier.b', { entry, reason: 'again' }))).toBe(
        'entry-not-withdrawable',
      )
    })

    it('writes nothing where it refuses', async () => {
      const size = await readLogSize(open.store)
      const claim = { report: 'binnish', claim: 0, verdict: 'confirmed', reason: 'seen' } as const
      expect(codeOf(await reviewClaim(open, tools, ' ', claim))).toBe('person-malformed')
      expect(codeOf(await reviewClaim(open, tools, 'ingest', claim))).toBe('person-malformed')
      expect(codeOf(await reviewClaim(open, tools, 'verifier.a', { ...claim, reason: ' ' }))).toBe('reason-missing')
      const nonsense = { from: '2020-02-30', to: '2020-03-01', precision: 'day' } as const
      const amended = { ...claim, verdict: 'amended', amendment: { time: nonsense } } as const
      expect(codeOf(await reviewClaim(open, tools, 'verifier.a', amended))).toBe('amendment-malformed')
      const step = { incident: '0123456789abcdef', axis: 'validity', to: 'under-verification', reason: 'r' } as const
      expect(codeOf(await takeVerificationStep(open, tools, 'verifier.a', step))).toBe('incident-unknown')
      expect(await readLogSize(open.store)).toBe(size)
    })
  },
)

function page(id: string, text: string): SourcePage {
  return { id, text, from: `pages.ndjson#${id}`, published: '2020-03-21', outlet: `The ${id} paper` }
}

async function* asyncOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

function codeOf(result: { ok: boolean; failure?: { code: string } }): string | null {
  return result.failure?.code ?? null
}
