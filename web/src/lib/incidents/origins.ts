import type { ClaimInReport, IncidentFile } from '../api-types.ts'

/** One origin's version: what it says, and every report that carries it. */
export interface Version {
  readonly speaker: string
  readonly statement: string
  readonly claims: readonly ClaimInReport[]
}

/** Each origin with its claims; a claim goes to the origin whose reports hold it and whose speaker it names, else to the first that holds it. */
export function versionsOf(incident: IncidentFile): readonly Version[] {
  const news = incident.claims.filter(({ role }) => role === 'news')
  const owner = (claim: ClaimInReport): number => {
    const holding = incident.origins.flatMap((origin, i) => (origin.reports.includes(claim.report) ? [i] : []))
    const named = holding.find((i) => speaks(incident.origins[i]?.speaker ?? '', claim))
    return named ?? holding[0] ?? 0
  }
  return incident.origins.map(({ speaker, statement }, i) => ({
    speaker,
    statement,
    claims: news.filter((claim) => owner(claim) === i),
  }))
}

function speaks(speaker: string, { words, from }: ClaimInReport): boolean {
  const known = [words.speaker?.actor, words.speaker?.text, words.speaker ? null : from.outlet]
  return known.some((name) => name != null && name.toLowerCase() === speaker.toLowerCase())
}
