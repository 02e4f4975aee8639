import type { EntryKind } from '../../model/index.ts'
import { readKindsSince, type Sql } from '../../store/index.ts'
import {
  clearFindings,
  readProjectionState,
  writeFindings,
  writeProjectionState,
} from '../../store/projections/index.ts'
import { readRecord } from '../record/record-in-store.ts'
import type { CaseTools } from './tools.ts'

/** Kinds of entries that leave the findings as they are. */
const LEAVE_FINDINGS: ReadonlySet<string> = new Set<EntryKind>([
  'report-sighted',
  'read-failed',
  'publication',
  'witness-named',
])

/**
 * Brings the findings up to the incidents and to what people decided. All are computed anew, which takes some ten microseconds an incident
 * beside reading them: deadlines and silences hang on all of them. Call it in a transaction, after `projectIncidents`.
 *
 * @param before an instant; decisions recorded at it or later do not count (Default: all count)
 */
export async function projectFindings(sql: Sql, tools: CaseTools, before?: string): Promise<void> {
  const state = await readProjectionState(sql)
  if (!tools.findingsOf || state.findingsSize === state.readingsSize) return
  const { kinds } = await readKindsSince(sql, state.findingsSize)
  if (!kinds.every((kind) => LEAVE_FINDINGS.has(kind))) {
    await clearFindings(sql)
    await writeFindings(sql, tools.findingsOf(await readRecord(sql, null, before)))
  }
  await writeProjectionState(sql, { ...state, findingsSize: state.readingsSize })
}
