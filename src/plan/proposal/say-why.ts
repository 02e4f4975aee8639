import { dayInWords } from '../../base/day-words.ts'
import type { Bar, BarKind } from '../risk/bars.ts'
import type { RiskParameters } from '../risk/parameters.ts'
import type { Proposal } from './proposal.ts'

/** What bars a road, in words. */
export const BAR_WORDS: { readonly [kind in BarKind]: string } = {
  crowd: 'a crowd of civilians',
  device: 'a device that is not reported cleared',
  obstacle: 'an obstacle',
}

/** Why a proposal is the one, in plain words, a sentence each. */
export function sayWhy(
  proposals: readonly Proposal[],
  proposed: number,
  ahead: readonly Bar[],
  standing: readonly Bar[],
  { highestRisk, standOffKm }: RiskParameters,
): readonly string[] {
  const chosen = proposals[proposed]
  const full = proposals.find(({ way }) => way.kind === 'full')
  const sentences = ahead.map(sayBar)
  if (!chosen) return sentences
  if (chosen.way.kind === 'full') sentences.push('Nothing that is reported bars the road.')
  if (full?.allowed && full.deciding) sentences.push(sayDeciding(full, highestRisk))
  if (chosen.way.kind === 'shortened') {
    const { name, km } = chosen.way.turnAt
    const short = ahead.length > 0 ? `, at least ${standOffKm} km short of it` : ''
    sentences.push(
      `${name} (km ${km.toFixed(1)}) is the place to turn that patrols the most road for its exposure${short}.`,
    )
  }
  if (ahead.length > 0 && proposals.some(({ way }) => way.kind === 'detour' && way.detour.schematicKm > 0))
    sentences.push(
      'Ways round use roads that are only assumed: they must be reconnoitred before anyone relies on them.',
    )
  const somewhere = standing.filter(({ part }) => part === null)
  for (const bar of somewhere)
    sentences.push(
      `Ask before driving: ${BAR_WORDS[bar.kind]} was reported on ${dayInWords(bar.reported)} somewhere on the road.`,
    )
  return sentences
}

function sayBar({ kind, place, part, reported, lapses, claims }: Bar): string {
  const where = `${place ? `at ${place}, ` : ''}km ${part?.fromKm.toFixed(1)}–${part?.toKm.toFixed(1)}`
  const reports = new Set(claims.map(({ report }) => report)).size
  return (
    `The road is barred ${where}: ${BAR_WORDS[kind]}, last reported on ${dayInWords(reported)} (${reports === 1 ? 'one report' : `${reports} reports`}). ` +
    `It bars the road until it is reported gone or driven past, or until ${dayInWords(lapses)}.`
  )
}

function sayDeciding({ deciding }: Proposal, highestRisk: number): string {
  const { fromKm = 0, toKm = 0, risk = 0, unwatched = 0, contributions = [] } = deciding ?? {}
  const most = contributions.length === 0 && unwatched > 0 ? ', for want of watching' : ''
  const compare = risk <= highestRisk ? 'below' : 'above'
  return `Its worst stretch is km ${Number(fromKm.toFixed(1))}–${Number(toKm.toFixed(1))} with a risk of ${risk.toFixed(2)}${most}, ${compare} the ${highestRisk} that is borne.`
}
