import { ACT_WORDS, type Act, type Claim, type Modality, type Origin, type Reading } from '../../model/index.ts'
import type { IncidentVersion } from '../bulletin.ts'
import type { CaseFacts, DescribedIncident } from '../rules.ts'
import { STANCES } from '../say/plain.ts'

/** Quotations of one version. */
const MAX_QUOTES = 3
/** Longest quotation, in characters. */
const MAX_QUOTE = 400

/** Where claims are looked up. */
export interface Evidence {
  readonly readings: ReadonlyMap<string, Reading>
  readonly abstracts: ReadonlySet<string>
}

interface Witness {
  readonly reading: Reading
  readonly claim: Claim
}

/** Each origin's version of an incident, in its own words. Words that may not be told are struck. */
export function versionsOf(
  { incident }: DescribedIncident,
  { nameOf, sideOf }: CaseFacts,
  { readings, abstracts }: Evidence,
  strike: (text: string) => string,
): readonly IncidentVersion[] {
  const versions = incident.origins.map((origin): IncidentVersion => {
    const { speaker, statement, reports } = origin
    const witnesses = witnessesOf(incident.claims, origin, readings)
    const quotes: string[] = []
    for (const witness of witnesses) {
      const quote = shorten(strike(bare(wordsOf(witness))))
      if (quotes.length < MAX_QUOTES && !quotes.includes(quote)) quotes.push(quote)
    }
    if (quotes.length === 0) quotes.push(shorten(strike(statement)))
    return {
      speaker: strike(speaker),
      name: strike(nameFor(origin, nameOf, readings)),
      side: sideOf(speaker),
      stance: stanceOf(witnesses, incident.act),
      quotes,
      isAbstract: reports.length > 0 && reports.every((report) => abstracts.has(report)),
      reports,
    }
  })
  return versions.length < 2 ? versions : joinAlike(versions)
}

/** The neutral name of a speaker whom the case knows, an outlet's own name; any other is called so by a report, and quoted. */
function nameFor(
  { speaker, reports }: Origin,
  nameOf: CaseFacts['nameOf'],
  readings: ReadonlyMap<string, Reading>,
): string {
  const name = nameOf(speaker)
  const isNamed = name !== speaker || reports.some((report) => readings.get(report)?.report.outlet === speaker)
  return isNamed ? name : `“${bare(speaker)}”`
}

/** Origins of one speaker in the same words are read once, with all their reports. */
function joinAlike(versions: readonly IncidentVersion[]): readonly IncidentVersion[] {
  const alike = Map.groupBy(versions, ({ speaker, stance, quotes }) => JSON.stringify([speaker, stance, quotes]))
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const reports = [...new Set([first, ...others].flatMap((version) => version.reports))]
    return [{ ...first, reports, isAbstract: [first, ...others].every(({ isAbstract }) => isAbstract) }]
  })
}

/** The claims that an origin makes itself; where none is told to be its own, all that its reports carry. */
function witnessesOf(
  claims: DescribedIncident['incident']['claims'],
  { speaker, reports }: Origin,
  readings: ReadonlyMap<string, Reading>,
): readonly Witness[] {
  const carried: Witness[] = []
  const own: Witness[] = []
  for (const { report, claim: index } of claims) {
    if (!reports.includes(report)) continue
    const reading = readings.get(report)
    const claim = reading?.claims[index]
    if (!reading || !claim) continue
    carried.push({ reading, claim })
    const named = claim.speaker?.actor ?? claim.speaker?.text ?? reading.report.outlet
    if (named === speaker || named?.toLowerCase() === speaker.toLowerCase()) own.push({ reading, claim })
  }
  return own.length > 0 ? own : carried
}

/** The statement that makes the claim, verbatim; in the outlet's own voice the clause alone. */
function wordsOf({ reading: { statements }, claim: { statement, quote } }: Witness): string {
  const content = statement === null ? undefined : statements[statement]?.content
  if (!content || content.length === 0) return quote.text
  return content.length === 1 ? (content[0]?.text ?? '') : content.map(({ text }) => text).join(' … ')
}

/** Without quotation marks at its ends and half ones left by a cut: the bulletin sets its own. */
function bare(words: string): string {
  return words.replace(/^[\s“”"„«»]+|[\s“”"„«»,;]+$/gu, '')
}

function shorten(quote: string): string {
  return quote.length > MAX_QUOTE ? `${quote.slice(0, MAX_QUOTE).replace(/\s+\S*$/, '')} …` : quote
}

/** How a speaker stands to the incident's act, by the modality that most of the speaker's claims of that act have. */
function stanceOf(witnesses: readonly Witness[], act: Act): string {
  const counts = new Map<Modality, number>()
  for (const { claim } of witnesses)
    if (claim.act === act) counts.set(claim.modality, (counts.get(claim.modality) ?? 0) + 1)
  const [other] = witnesses
  if (counts.size === 0 && other) return `tells of another act (${ACT_WORDS[other.claim.act].name})`
  let most: Modality = 'asserted'
  for (const [modality, count] of counts) if (count > (counts.get(most) ?? 0)) most = modality
  return STANCES[most]
}
