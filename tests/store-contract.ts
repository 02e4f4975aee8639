import { join } from 'node:path'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initCase, openCase, sealEntry, type OpenCase } from '../src/compose/case/index.ts'
import { createLogAudit } from '../src/ledger/index.ts'
import { openCheckpoint, verifierOf } from '../src/ledger/notes/index.ts'
import type { Entry } from '../src/model/index.ts'
import { entryKey, findEntries, importRowKey, readEntries, readLogSize } from '../src/store/index.ts'
import { readCheckpoints } from '../src/store/queries/checkpoints.ts'
import { readLeaves } from '../src/store/queries/read-leaves.ts'
import { eraseSealedPart, readSealedParts } from '../src/store/queries/sealed-parts.ts'
import type { TestEngine } from './engines.ts'

/** What every engine must do, run on one. */
export function describeStore(engine: TestEngine): void {
  describe(`a case on the ${engine.name} engine`, { timeout: 60_000 }, () => {
    const keys = mkdtempSync(join(tmpdir(), 'truceline-keys-'))
    const keyFile = join(keys, 'log.key')
    const location = engine.newLocation()
    let open: OpenCase

    beforeAll(async () => {
      open = valueOf(await initCase(location, 'truceline.example/test', { keyFile }))
    }, 60_000)
    afterAll(async () => {
      await open.close()
      await engine.clean()
      rmSync(keys, { recursive: true })
    })

    it('begins empty', async () => {
      expect(await readLogSize(open.store)).toBe(0)
    })

    it('gives back the entries it took, odd characters and all, under a checkpoint that proves them', async () => {
      const entries = [importRow('1', 'plain'), importRow('2', 'قُطعت "الطريق" \u0000\n\\ 😀'), importRow('3', '')]
      expect(await open.append(entries.map((entry) => ({ entry })))).toEqual({ first: 0, size: 3 })
      const read = await collect(readEntries(open.store))
      expect(read).toEqual(entries.map((entry, index) => ({ index, entry })))
      await expectSound(open)
    })

    it('grows the tree over many batches of many sizes', async () => {
      for (const size of [1, 2, 5, 8, 13, 1, 600]) {
        await open.append(Array.from({ length: size }, (_, i) => ({ entry: importRow(`${size}-${i}`, 'more') })))
      }
      await expectSound(open)
    })

    it('finds entries by what they are about', async () => {
      const keys = [importRowKey('posts', '2'), entryKey('report', 'none')]
      const found = await findEntries(open.store, keys)
      expect(found.map(({ index, key }) => ({ index, key }))).toEqual([{ index: 1, key: keys[0] }])
    })

    it('lets one writer decide at a time', async () => {
      const before = await readLogSize(open.store)
      const writers = Array.from({ length: 8 }, () =>
        open.append(async (sql) => {
          const [found] = await findEntries(sql, [importRowKey('posts', 'once')])
          return found ? [] : [{ entry: importRow('once', 'only the first may') }]
        }),
      )
      await Promise.all(writers)
      expect(await readLogSize(open.store)).toBe(before + 1)
    })

    it('keeps nothing of a batch that fails', async () => {
      const before = await readLogSize(open.store)
      const broken: Entry = { ...importRow('bad', 'x'), at: 'yesterday' }
      await expect(open.append([{ entry: importRow('good', 'x') }, { entry: broken }])).rejects.toThrow('entry at')
      expect(await readLogSize(open.store)).toBe(before)
    })

    it('erases a sealed part without breaking the log', async () => {
      const sealed = sealEntry(importRow('sealed', 'x'), {
        page: new Uint8Array([0, 255, 10]),
        'source-identity': 'M.',
      })
      const { first } = await open.append([sealed])
      expect((await readSealedParts(open.store, first)).map(({ name, bytes }) => [name, [...bytes]])).toEqual([
        ['page', [0, 255, 10]],
        ['source-identity', [...Buffer.from('M.')]],
      ])
      expect(await eraseSealedPart(open.store, first, 'source-identity')).toBe(true)
      expect(await eraseSealedPart(open.store, first, 'source-identity')).toBe(false)
      await expectSound(open)
    })

    it('is what it was when opened again, and refuses to be made twice', async () => {
      const size = await readLogSize(open.store)
      await open.close()
      const again = await initCase(location, 'truceline.example/test', { keyFile })
      expect(again.ok ? null : again.failure.code).toBe('case-exists')
      open = valueOf(await openCase(location, { keyFile }))
      expect(await readLogSize(open.store)).toBe(size)
      await expectSound(open)
    })
  })
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = []
  for await (const item of items) collected.push(item)
  return collected
}

function importRow(row: string, note: string): Entry {
  const body = { source: 'posts', row, columns: { note } }
  return { kind: 'import-row', at: '2020-03-15T09:00:00Z', by: 'import', body }
}

async function expectSound({ store, key }: OpenCase): Promise<void> {
  const heads = (await readCheckpoints(store)).map(
    ({ note }) => valueOf(openCheckpoint(note, [verifierOf(key)])).checkpoint,
  )
  const audit = createLogAudit(heads)
  for await (const leaf of readLeaves(store)) audit.add(leaf)
  const report = audit.finish()
  expect(report.findings).toEqual([])
  expect(report.provenSize).toBe(await readLogSize(store))
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
