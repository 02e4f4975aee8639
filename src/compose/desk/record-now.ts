import type { PlainDate } from '../../base/calendar.ts'
import type { CaseRecord } from '../../model/index.ts'
import { readLogSize } from '../../store/index.ts'
import { recordOfStore } from '../record/index.ts'
import type { Desk } from './open-desk.ts'

interface Kept {
  readonly size: number
  readonly record: Promise<CaseRecord>
}

/** A desk's record as it stands is read once for every size of its log. */
const KEPT = new WeakMap<Desk, Kept>()

/** The record of a desk's case as it stands, or as it was published by a day: what the stages beyond incidents read. */
export async function recordNow(desk: Desk, asOf?: PlainDate): Promise<CaseRecord> {
  if (asOf !== undefined) return recordOfStore(desk.open, desk.tools, { asOf, basis: 'published' })
  const size = await readLogSize(desk.open.store)
  const kept = KEPT.get(desk)
  if (kept?.size === size) return kept.record
  const record = recordOfStore(desk.open, desk.tools)
  KEPT.set(desk, { size, record })
  // one that failed is not kept
  record.catch(() => KEPT.delete(desk))
  return record
}
