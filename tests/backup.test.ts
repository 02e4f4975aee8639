import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditBackup, backUpCase, restoreCase } from '../src/compose/backup/index.ts'
import {
  createCaseTools,
  ingestPages,
  initCase,
  keepKeyFile,
  openCase,
  takeVerificationStep,
  type OpenCase,
  type SourcePage,
} from '../src/compose/case/index.ts'
import { createSignerKey, verifierOf } from '../src/ledger/notes/index.ts'
import { readLeaves, readSealedParts } from '../src/store/index.ts'
import { findIncidents } from '../src/store/projections/index.ts'
import { embeddedEngine, postgresEngine, type TestEngine } from './engines.ts'

const postgres = await postgresEngine()
const embedded = embeddedEngine()
/** Across the engines where there are two: what goes through both ways also goes from one to itself. */
const pairs: readonly { readonly from: TestEngine; readonly to: TestEngine }[] = postgres
  ? [
      { from: embedded, to: postgres },
      { from: postgres, to: embedded },
    ]
  : [{ from: embedded, to: embedded }]

afterAll(async () => {
  await embedded.clean()
  await postgres?.clean()
})

describe.each(pairs)('a backup of $from.name restored to $to.name', { timeout: 120_000 }, ({ from, to }) => {
  const folder = mkdtempSync(join(tmpdir(), 'truceline-backups-'))
  const tools = createCaseTools()
  const file = join(folder, 'backup')
  const home = process.env['XDG_CONFIG_HOME']
  let open: OpenCase

  beforeAll(async () => {
    // Keys of server stores lie in the user's folder: the test's own here.
    process.env['XDG_CONFIG_HOME'] = folder
    open = valueOf(await initCase(from.newLocation(), 'truceline.example/backup', { keyFile: join(folder, 'log.key') }))
    await ingestPages(open, tools, pages())
    const [found] = await findIncidents(open.store, {})
    const step = {
      axis: 'validity',
      to: 'under-verification',
      reason: 'r',
      incident: found?.incident.id ?? '',
    } as const
    valueOf(await takeVerificationStep(open, tools, 'v.a', step))
    await open.store.run(
      `insert into person ("id", "name", "email", "emailVerified") values ('p1', 'Ilsen', 'i@example.org', true);
       insert into person_role values ('p1', 'verifier');
       insert into session ("id", "expiresAt", "token", "updatedAt", "userId") values ('s', now(), 't', now(), 'p1')`,
    )
  }, 120_000)
  afterAll(async () => {
    await open.close()
    if (home === undefined) delete process.env['XDG_CONFIG_HOME']
    else process.env['XDG_CONFIG_HOME'] = home
    rmSync(folder, { recursive: true })
  })

  it('holds the same log, sealed parts, people and incidents, and goes on from there', async () => {
    const told = valueOf(await backUpCase(open, file, { withPeople: true }))
    expect(told).toMatchObject({ entries: 3, parts: 2, people: 2 })
    const audit = valueOf(await auditBackup(file, [verifierOf(open.key)]))
    expect([audit.log.findings, audit.log.provenSize, audit.beside, audit.sealed]).toEqual([
      [],
      3,
      [],
      { kept: 2, gone: 0 },
    ])
    const stranger = createSignerKey('other.example', 'log', new Uint8Array(32))
    expect(codeOf(await auditBackup(file, [verifierOf(stranger)]))).toBe('log-key-foreign')
    const target = to.newLocation()
    const restored = valueOf(await restoreCase(file, target, tools, { keyFile: join(folder, 'log.key') }))
    expect([restored.audit.log.findings, restored.audit.beside, restored.sameProjections]).toEqual([[], [], true])
    const copy = valueOf(await openCase(target))
    expect(await textsOf(copy)).toEqual(await textsOf(open))
    const [here, there] = [await readSealedParts(open.store, 0), await readSealedParts(copy.store, 0)]
    expect(there.map(({ bytes }) => [...bytes])).toEqual(here.map(({ bytes }) => [...bytes]))
    expect(await copy.store.query('select role from person_role')).toEqual([{ role: 'verifier' }])
    expect(await copy.store.query('select token from session')).toEqual([])
    await ingestPages(copy, tools, pages('new '))
    expect((await textsOf(copy)).length).toBe(5)
    await copy.close()
  })

  it('is not made over a file, nor restored over a case or without its key', async () => {
    expect(codeOf(await backUpCase(open, file))).toBe('backup-exists')
    const target = to.newLocation()
    expect(codeOf(await restoreCase(file, target, tools))).toBe('log-key-missing')
    const keyed = join(folder, 'keyed')
    valueOf(await backUpCase(open, keyed, { withKey: true }))
    valueOf(await restoreCase(keyed, target, tools))
    expect(codeOf(await restoreCase(keyed, target, tools))).toBe('case-exists')
    const stranger = { ...open.key, name: 'stranger' }
    keepKeyFile(join(folder, 'other.key'), stranger)
    const refusal = await restoreCase(file, to.newLocation(), tools, { keyFile: join(folder, 'other.key') })
    expect(['key-malformed', 'log-key-foreign']).toContain(codeOf(refusal))
  })
})

async function* pages(prefix = ''): AsyncGenerator<SourcePage> {
  for (const village of ['Saraqib', 'Binnish']) {
    const text = `${prefix}Gunmen shelled ${village} on 12 March 2020, the council said. \u0001 قُطعت`
    yield { id: `${prefix}${village}`, text, from: `pages#${prefix}${village}`, published: '2020-03-13' }
  }
}

async function textsOf({ store }: OpenCase): Promise<readonly string[]> {
  const texts: string[] = []
  for await (const { text } of readLeaves(store)) texts.push(text)
  return texts
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

function codeOf(result: { ok: boolean; failure?: { code: string } }): string | null {
  return result.failure?.code ?? null
}
