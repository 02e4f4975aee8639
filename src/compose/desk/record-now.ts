import type { CaseRecord } from '../../model/index.ts'
import { readLogSize } from '../../store/index.ts'
import { recordOfStore } from '../record/index.ts'
import type { Desk } from './open-desk.ts'
import { recordAt, type KnownAt } from './record-at.ts'

interface Kept {
  readonly size: number
  readonly record: Promise<CaseRecord>
}

/** A desk's record as it stands is read once for every size of its log. */
const KEPT = new WeakMap<Desk, Kept>()

/** The record of a desk's case as it stands, or as it was known: what the stages beyond incidents read. */
export async function recordNow(desk: Desk, at: KnownAt | null = null): Promise<CaseRecord> {
  if (at) return (await recordAt(desk, at)).record
  const size = await readLogSize(desk.open.store)
  const kept = KEPT.get(desk)
  if (kept?.size === size) return kept.record
  const record = recordOfStore(desk.open, desk.tools)
  KEPT.set(desk, { size, record })
  // one that failed is not kept
  record.catch(() => KEPT.delete(desk))
  return record
}
