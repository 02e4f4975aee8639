import { countInWords } from '../../base/count-words.ts'
import { familyOf } from '../../model/index.ts'
import type { ClauseState, PatrolState, PublishedIncident, Sentence } from '../bulletin.ts'
import { sayList, sayNumber, sayState } from '../say/plain.ts'
import { sentence } from '../say/sentence.ts'
import { sayPatrol } from './patrols.ts'

/** Incidents told one by one in the summary. */
const MAX_TOLD = 8

/** The summary in plain words: how many, of what standing; then patrols; then what most origins tell, force first; then the agreement. */
export function summarise(
  incidents: readonly PublishedIncident[],
  patrols: readonly PatrolState[],
  clauses: readonly ClauseState[],
  claimsOfPatrol: (patrol: string) => Sentence['cites']['claims'],
): readonly Sentence[] {
  return [
    sayTotals(incidents),
    ...patrols.map((patrol) => sayPatrol(patrol, claimsOfPatrol(patrol.patrol))),
    ...sayForemost(incidents),
    ...sayClauses(clauses),
  ]
}

function sayTotals(incidents: readonly PublishedIncident[]): Sentence {
  const standing = [...Map.groupBy(incidents, ({ validity }) => validity)].map(
    ([validity, group]) => `${group.length.toLocaleString('en')} ${sayState(validity)}`,
  )
  const corroborated = incidents.filter(({ independentOrigins }) => independentOrigins >= 2).length
  const text =
    incidents.length === 0
      ? 'No incident of the period is known. That is not to say that there was none.'
      : `${sayNumber(incidents.length, 'incident is', 'incidents are')} told of the period: ${sayList(standing)}. ${sayCorroborated(corroborated)}`
  return sentence(text, { incidents: incidents.slice(0, 40).map(({ id }) => id) })
}

function sayCorroborated(count: number): string {
  if (count === 0) return 'None is told by two or more independent origins.'
  return `${count.toLocaleString('en')} ${count === 1 ? 'is' : 'are'} told by two or more independent origins.`
}

/** Patrols have sentences of their own. Background of the agreement comes after what happened. */
function sayForemost(incidents: readonly PublishedIncident[]): readonly Sentence[] {
  const rank = { force: 0, posture: 1, pressure: 1, agreement: 2, easing: 3, patrol: 4 } as const
  return incidents
    .filter(({ act }) => familyOf(act) !== 'patrol')
    .toSorted((a, b) => rank[familyOf(a.act)] - rank[familyOf(b.act)] || b.independentOrigins - a.independentOrigins)
    .slice(0, MAX_TOLD)
    .map((incident) => sentence(incident.sentence, { incidents: [incident.id], claims: incident.claims }))
}

function sayClauses(clauses: readonly ClauseState[]): readonly Sentence[] {
  return clauses.flatMap(({ title, obligations }) => {
    const counts = obligations.flatMap(({ outcomes }) => outcomes).filter(({ outcome }) => outcome !== 'not-covered')
    if (counts.length === 0) return []
    const all = counts.reduce((sum, { count }) => sum + count, 0)
    const totals = [...Map.groupBy(counts, ({ outcome }) => outcome)].map(([outcome, group]) => {
      const total = group.reduce((sum, { count }) => sum + count, 0)
      return all === 1 ? sayState(outcome) : `${total.toLocaleString('en')} ${sayState(outcome)}`
    })
    const findings = obligations.flatMap(({ sentences }) => sentences.flatMap(({ cites }) => cites.findings))
    return [sentence(`${title}: ${countInWords(all, 'finding')}: ${sayList(totals)}.`, { findings })]
  })
}
