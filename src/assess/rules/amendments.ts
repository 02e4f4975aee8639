import type { Agreement, Obligation } from '../../model/index.ts'

/** An obligation as later decisions left it, and the last of them; null where none did. */
export interface AmendedObligation {
  readonly obligation: Obligation
  readonly decision: string | null
}

/** How an obligation stood on a day (or at a moment); on a day that is not told, as it was signed. The file's own text is never edited. */
export function amendedBy(obligation: Obligation, on: string | null, { amendments }: Agreement): AmendedObligation {
  if (amendments.length === 0 || on === null) return { obligation, decision: null }
  let amended: AmendedObligation = { obligation, decision: null }
  for (const { decision, on: from, obligation: id, due, to, zone } of amendments.toSorted((a, b) =>
    a.on < b.on ? -1 : 1,
  )) {
    if (id !== obligation.id || from > on.slice(0, 10)) continue
    const before = amended.obligation
    const term = to === null ? before.term : { ...before.term, to }
    amended = { obligation: { ...before, due: due ?? before.due, zone: zone ?? before.zone, term }, decision }
  }
  return amended
}
