import { done, failed, type Result } from '../../base/result.ts'
import type { EntryIndex } from '../../model/index.ts'
import { readSealedParts } from '../../store/index.ts'
import type { CaseFailure } from '../case/index.ts'
import type { Desk } from './open-desk.ts'
import { entryAt } from './ledger.ts'

/** A sealed part, opened. */
export interface OpenedBytes {
  /** The entry that tells of this opening. */
  readonly entry: EntryIndex
  readonly name: string
  readonly bytes: Uint8Array
}

/** A part, or the entry, is not there. */
export interface PartMissing {
  readonly code: 'not-found' | 'reason-missing'
  readonly message: string
}

/**
 * Opens a sealed part for a person: that they did, and why, is an entry before they see it. Fails with `not-found` where the entry or the
 * part is not there, or the part was erased, and with `reason-missing`.
 */
export async function openPart(
  desk: Desk,
  by: string,
  asked: { readonly entry: EntryIndex; readonly name: string; readonly reason: string },
): Promise<Result<OpenedBytes, PartMissing | CaseFailure>> {
  const { entry: index, name } = asked
  const reason = asked.reason.trim()
  if (reason === '')
    return failed({ code: 'reason-missing', message: 'reason: found none, expected the reason in words' })
  const found = await entryAt(desk, index)
  const part = (await readSealedParts(desk.open.store, index)).find((stored) => stored.name === name)
  if (!found || !part) {
    return failed({
      code: 'not-found',
      message: `entry ${index}: found no sealed part ${name}, expected one that is still there`,
    })
  }
  const body = { entry: index, name, reason }
  const { first } = await desk.open.append([{ entry: { kind: 'part-opened', at: desk.tools.now(), by, body } }])
  await desk.changes.look()
  return done({ entry: first, name, bytes: part.bytes })
}
