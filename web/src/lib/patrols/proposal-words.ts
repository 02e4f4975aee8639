import { m } from '#messages'
import type { PatrolPlan, Proposal } from '../api-patrols.ts'
import { sayDay, sayLocal } from '../text/times.ts'

/** A way to drive, or not to, in words. */
export function sayWay({ way }: Proposal): string {
  switch (way.kind) {
    case 'full':
      return m.way_full()
    case 'shortened':
      return m.way_shortened({ place: way.turnAt.name, km: way.turnAt.km.toFixed(1) })
    case 'detour':
      return m.way_detour()
    case 'other-hour':
      return way.turnAt
        ? m.way_other_hour_short({ time: sayLocal(way.departs), place: way.turnAt.name })
        : m.way_other_hour({ time: sayLocal(way.departs) })
    case 'postponed':
      return m.way_postponed({ day: sayDay(way.until) })
  }
}

/** What a decision would settle if a proposal is taken: from where to where, and when. */
export function settles(
  plan: PatrolPlan,
  { way }: Proposal,
): { readonly fromKm: number; readonly toKm: number; readonly departs: string } {
  const { stretch, departs } = plan.request
  const whole = { fromKm: stretch.fromKm, toKm: stretch.toKm, departs }
  switch (way.kind) {
    case 'full':
    case 'detour':
      return whole
    case 'shortened':
      return { ...whole, toKm: way.turnAt.km }
    case 'other-hour':
      return { ...whole, departs: way.departs, toKm: way.turnAt?.km ?? stretch.toKm }
    case 'postponed':
      return { ...whole, departs: `${way.until}${departs.slice(10)}` }
  }
}
