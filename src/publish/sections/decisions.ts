import { momentInWords } from '../../base/day-words.ts'
import type { Agreement, Coverage, Decision } from '../../model/index.ts'
import type { PublishedIncident, Sentence } from '../bulletin.ts'
import type { CaseFacts } from '../rules.ts'
import { sayList, sayNumber } from '../say/plain.ts'
import { sentence } from '../say/sentence.ts'

/** Decisions and extensions of the period, with which sides signed. */
export function tellDecisions(
  decisions: readonly Decision[],
  { nameOf }: CaseFacts,
  strike: (text: string) => string,
): readonly Sentence[] {
  return decisions.map(({ id, on, text, resolution, signatures, claims }) => {
    const signed = signatures.filter(({ verdict }) => verdict === 'signed').map(({ side }) => nameOf(side))
    const declined = signatures.filter(({ verdict }) => verdict === 'declined').map(({ side }) => nameOf(side))
    const until =
      resolution.kind !== 'extension'
        ? ''
        : resolution.until === null
          ? ''
          : ` Until ${momentInWords(resolution.until)}.`
    const word = signed.length > 0 ? ` Signed, or told as its own, by ${sayList(signed)}.` : ' No signature is known.'
    const no = declined.length > 0 ? ` Declined by ${sayList(declined)}.` : ''
    return sentence(`${on === null ? 'Day not told' : momentInWords(on)}: ${strike(text.trim())}${until}${word}${no}`, {
      decisions: [id],
      claims,
    })
  })
}

/** Where monitors, aid or a patrol were kept out. */
export function tellAccess(incidents: readonly PublishedIncident[]): readonly Sentence[] {
  const denied = incidents.filter(({ act }) => act === 'access-denied' || act === 'jamming' || act === 'patrol-blocked')
  if (denied.length === 0)
    return [sentence('No report of the period tells of denied access. That is not to say that there was none.')]
  return denied
    .slice(0, 20)
    .map((incident) => sentence(incident.sentence, { incidents: [incident.id], claims: incident.claims }))
}

/** What was watched and what was not. No report is not no violation. */
export function tellCoverage(
  coverage: readonly Coverage[],
  agreement: Agreement | null,
  reports: number,
  undated: number,
  outlets: number,
): readonly Sentence[] {
  const nameOf = (what: string) =>
    what === '*' ? 'the whole area' : (agreement?.zones.find(({ id }) => id === what)?.name ?? what)
  const days = ({ from, to }: Coverage) =>
    from === to ? momentInWords(from) : `${momentInWords(from)} to ${momentInWords(to)}`
  return [
    sentence(
      `This bulletin rests on ${sayNumber(reports, 'report', 'reports')} by ${sayNumber(outlets, 'outlet', 'outlets')}, and on what the sides say of their patrols.`,
    ),
    ...(undated > 0
      ? [
          sentence(
            `${sayNumber(undated, 'report', 'reports')} of the record ${undated === 1 ? 'has' : 'have'} no day of publication and ${undated === 1 ? 'is' : 'are'} not counted.`,
          ),
        ]
      : []),
    ...coverage.map((one) =>
      sentence(
        `${one.gap ? 'Not watched' : 'Watched'}: ${nameOf(one.what)}, ${days(one)}, by ${one.how} (${one.source}).`,
      ),
    ),
    ...(coverage.length === 0
      ? [
          sentence(
            'No monitor of this record watched the area in the period: all that is told comes from the press and from the sides. Where no report comes from, something may have happened all the same.',
          ),
        ]
      : []),
  ]
}
