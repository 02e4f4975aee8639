import { createCaseTools } from '../../compose/case/index.ts'
import { proposeDecision } from '../../compose/patrols/index.ts'
import type { Resolution } from '../../model/index.ts'
import { withCase } from '../casework/with-case.ts'
import type { DecideOptions } from '../patrol-entries.ts'
import { refuse, write } from '../terminal/index.ts'
import { openRoad } from './find-place.ts'

/** Puts a decision into a case's log, for the sides to sign. */
export async function runDecide(
  store: string,
  options: DecideOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const resolution = resolutionOf(options, wrongUsage)
  if (!resolution) return
  await withCase(store, async (open) => {
    const { text, by, on } = options
    const proposed = await proposeDecision(open, createCaseTools(options.case), by, {
      text,
      resolution,
      ...(on !== undefined && { on }),
    })
    if (!proposed.ok) return refuse(proposed.failure)
    const { decision, entry } = proposed.value
    await write(
      `${decision}: entry ${entry}; nobody has signed it yet.\nTo sign: truceline patrol sign ${store} ${decision} --side SIDE --by PERSON --reason WORDS\n`,
    )
  })
}

/** Null where a place leads nowhere, which is then said. */
function resolutionOf(options: DecideOptions, wrongUsage: (message: string) => never): Resolution | null {
  const { plan, extend, party, until, clause } = options
  if (plan !== undefined && extend !== undefined) return wrongUsage('--plan and --extend exclude each other')
  if (extend !== undefined) {
    if (party === undefined) return wrongUsage('--extend needs --party')
    return { kind: 'extension', obligation: extend, party, until: until ?? null }
  }
  if (plan === undefined) return { kind: 'other', clause: clause ?? null }
  const { from, to, departs, note } = options
  if (from === undefined || to === undefined) return wrongUsage('--plan needs --from and --to')
  const road = openRoad(options.case, options.road)
  const fromKm = road?.kmOf(from) ?? null
  const toKm = road && fromKm !== null ? road.kmOf(to) : null
  if (!road || fromKm === null || toKm === null) return null
  const patrol = { kind: 'patrol-plan', patrol: plan, road: road.road.id } as const
  return { ...patrol, fromKm: rounded(fromKm), toKm: rounded(toKm), departs: departs ?? null, note: note ?? null }
}

/** To a hundred metres: the line is no better known. */
function rounded(km: number): number {
  return Math.round(km * 10) / 10
}
