import { failed, type Result } from '../../base/result.ts'
import type { EntryIndex } from '../../model/index.ts'
import type { Sql } from '../../store/index.ts'
import { findIncident, type CaseFailure, type OpenCase } from '../case/index.ts'
import type { Desk } from './open-desk.ts'
import { lastEntryAbout, type Subject } from './versions.ts'

/** Somebody changed what is decided about since its decider looked. */
export interface ChangedMeanwhile {
  readonly code: 'changed-meanwhile'
  readonly message: string
}

/** What a decision is about, and the last entry about it that its decider had seen. */
export interface Basis {
  readonly seen: EntryIndex
  /** Ids of incidents: their claims' reports count as well. (Default: none) */
  readonly incidents?: readonly string[]
  /** Ids of reports. (Default: none) */
  readonly reports?: readonly string[]
  /** Ids of patrols: every side's account of them counts. (Default: none) */
  readonly patrols?: readonly string[]
  /** Ids of publications, also of one that is to go out: it must not be out already. (Default: none) */
  readonly publications?: readonly string[]
}

class OutOfDate extends Error {
  override readonly name = 'OutOfDate'
}

/**
 * Lets a person decide on what they saw: if anybody, or any page, has changed it since, nothing is written and the failure is
 * `changed-meanwhile`. Looked at while every other writer is shut out, so that of two at once one always learns of the other.
 *
 * @param act one of a case's acts, over the case that it is given
 */
export async function decideOn<T, F extends { readonly code: string } = CaseFailure>(
  desk: Desk,
  basis: Basis,
  act: (open: OpenCase) => Promise<Result<T, F>>,
): Promise<Result<T, F | ChangedMeanwhile>> {
  try {
    const outcome = await act(guarded(desk.open, basis))
    await desk.changes.look()
    return outcome
  } catch (cause) {
    if (!(cause instanceof OutOfDate)) throw cause
    return failed({ code: 'changed-meanwhile', message: cause.message })
  }
}

function guarded(open: OpenCase, basis: Basis): OpenCase {
  return {
    ...open,
    append: (entries) =>
      open.append(async (sql, size) => {
        const last = await lastEntryAbout(sql, await subjectOf(sql, basis))
        if (last > basis.seen) {
          throw new OutOfDate(
            `record: found entry ${last} about it, expected none after entry ${basis.seen}, the last one seen`,
          )
        }
        return typeof entries === 'function' ? entries(sql, size) : entries
      }),
  }
}

async function subjectOf(
  sql: Sql,
  { incidents = [], reports = [], patrols = [], publications = [] }: Basis,
): Promise<Subject> {
  const all = [...reports]
  const ids = [...incidents]
  for (const id of incidents) {
    const found = await findIncident(sql, id)
    if (!found) continue
    ids.push(found.incident.id)
    all.push(...[...found.incident.claims, ...found.incident.recalls].map(({ report }) => report))
  }
  return { incidents: ids, reports: all, patrols, publications }
}
