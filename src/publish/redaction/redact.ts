import type { PlaceReference } from '../../model/index.ts'
import type { CaseFacts, DescribedIncident, PublicationRules } from '../rules.ts'

/** How a struck word is shown. */
export const STRUCK = '[withheld]'

/** What is left of the incidents, and how much was kept out. */
export interface Redacted {
  readonly incidents: readonly RedactedIncident[]
  readonly withheld: number
  readonly coarsened: number
}

/** An incident that may be told, with the words that must not stand in its quotations. */
export interface RedactedIncident {
  readonly described: DescribedIncident
  readonly coarsened: boolean
  readonly strike: (text: string) => string
}

/**
 * Keeps out what the case's rules keep out: whole incidents and reports; exact places, which become a region with a point on a coarse grid;
 * people, who become "a person"; and every word in a quotation that would give the place or the name away.
 */
export function redactIncidents(incidents: readonly DescribedIncident[], facts: CaseFacts): Redacted {
  const rules = facts.publication
  const strikeAlways = striker(rules.withholdWords)
  const kept: RedactedIncident[] = []
  let coarsened = 0
  for (const described of incidents) {
    const open = withoutReports(described, rules)
    if (!open) continue
    const coarse = coarsenPlace(open, facts)
    if (coarse) coarsened++
    const strikePlace = coarse ? striker(coarse.names) : null
    kept.push({
      described: withoutPeople(coarse?.incident ?? open, rules),
      coarsened: coarse !== null,
      strike: strikePlace ? (text) => strikePlace(strikeAlways(text)) : strikeAlways,
    })
  }
  return { incidents: kept, withheld: incidents.length - kept.length, coarsened }
}

/** The incident without the reports that are withheld; null where nothing of it may be told. */
function withoutReports(described: DescribedIncident, rules: PublicationRules): DescribedIncident | null {
  const { act, id } = described.incident
  if (rules.withholdActs.includes(act) || rules.withholdIncidents.includes(id)) return null
  return dropReports(described, new Set(rules.withholdReports))
}

/** The incident as if some reports were not there; null where none is left. */
export function dropReports(described: DescribedIncident, hidden: ReadonlySet<string>): DescribedIncident | null {
  const { incident } = described
  if (hidden.size === 0) return described
  const claims = incident.claims.filter(({ report }) => !hidden.has(report))
  if (claims.length === 0) return null
  if (claims.length === incident.claims.length) return described
  const origins = incident.origins
    .map((origin) => ({ ...origin, reports: origin.reports.filter((report) => !hidden.has(report)) }))
    .filter(({ reports }) => reports.length > 0)
  const independentOrigins = new Set(origins.map(({ speaker }) => speaker)).size
  // Contradictions point at origins by their place in the list, and harm may come from a hidden claim: neither is told.
  const open = { ...incident, claims, origins, independentOrigins, contradictions: [] }
  return { ...described, killed: null, injured: null, incident: open }
}

function withoutPeople(described: DescribedIncident, { withholdActors }: PublicationRules): DescribedIncident {
  if (withholdActors.length === 0) return described
  const hidden = new Set(withholdActors)
  const veil = (actors: readonly string[]) => actors.map((actor) => (hidden.has(actor) ? 'a person' : actor))
  const { incident, actors, targets } = described
  const origins = incident.origins.map((origin) =>
    hidden.has(origin.speaker) ? { ...origin, speaker: 'a person' } : origin,
  )
  return { ...described, actors: veil(actors), targets: veil(targets), incident: { ...incident, origins } }
}

interface Coarsened {
  readonly incident: DescribedIncident
  readonly names: readonly string[]
}

function coarsenPlace(described: DescribedIncident, facts: CaseFacts): Coarsened | null {
  const { act, place } = described.incident
  const metres = Math.max(
    0,
    ...facts.publication.coarsen.filter(({ acts }) => acts.includes(act)).map((rule) => rule.metres),
  )
  if (!place || place.radiusMetres >= metres) return null
  const known = facts.placeNames(place.source)
  const coarse = onGrid(place, known?.within ?? 'place withheld', metres)
  const contradictions = described.incident.contradictions.filter(({ field }) => field !== 'place')
  const incident = {
    ...described,
    road: null,
    chainageKm: null,
    incident: { ...described.incident, place: coarse, contradictions },
  }
  return { incident, names: [place.name, ...(known?.names ?? [])] }
}

/** Metres of a degree of latitude. */
const DEGREE_METRES = 111_195

/** The middle of a cell of a grid of that size: two places of one cell cannot be told apart. */
function onGrid({ lat, lon }: PlaceReference, name: string, metres: number): PlaceReference {
  const step = metres / DEGREE_METRES
  const middle = (degrees: number) => Number(((Math.floor(degrees / step) + 0.5) * step).toFixed(4))
  return { name, lat: middle(lat), lon: middle(lon), radiusMetres: metres, source: 'coarsened' }
}

/** Strikes nothing. A value of its own, so that what strikes nothing needs not be copied. */
export const AS_IT_STANDS = (text: string): string => text

/** Strikes words wherever they stand, in any case of letters; longest first, so that no part of a name stays. */
export function striker(words: readonly string[]): (text: string) => string {
  const known = words.filter((word) => word.trim() !== '').toSorted((a, b) => b.length - a.length)
  if (known.length === 0) return AS_IT_STANDS
  const pattern = known.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')
  const expression = new RegExp(pattern, 'giu')
  return (text) => text.replace(expression, STRUCK)
}
