import { parseDay } from '../../base/calendar.ts'
import { hashText } from '../../base/hash.ts'
import { ACTS, type Claim, type Modality, type Reading } from '../../model/index.ts'
import { resolveSpeakers } from '../speakers/resolve-speakers.ts'
import { speakerBits } from '../speakers/speaker-name.ts'
import { contentWords, nameBits } from './content-words.ts'
import { float32Column, int32Column } from './growing-column.ts'
import { standingsOf } from './standing.ts'

/** Stands in a column for a number that is not told. */
export const UNTOLD = -2_147_483_648

/** Every modality, in the order of the column. */
export const MODALITIES: readonly Modality[] = [
  'asserted',
  'denied',
  'planned',
  'demanded',
  'threatened',
  'hypothetical',
]

/** The claims of all reports as numbers in columns, one row a claim: what the scoring of pairs reads at speed. */
export class ClaimTable {
  /** Row of the report among the reports. */
  readonly reports = int32Column()
  /** Index among the report's claims. */
  readonly indices = int32Column()
  /** Index into ACTS. */
  readonly acts = int32Column()
  readonly modalities = int32Column()
  /** First and last day since 1970-01-01, or UNTOLD. */
  readonly firstDays = int32Column()
  readonly lastDays = int32Column()
  /** WGS 84 degrees; NaN where no point is known. */
  readonly latitudes = float32Column()
  readonly longitudes = float32Column()
  readonly radiiKm = float32Column()
  /** Hash of the place's name; 0 where none is told. */
  readonly placeNames = int32Column()
  /** Hash of the actor's id (0 unknown), and the words of the name. */
  readonly actorIds = int32Column()
  readonly actorNames = int32Column()
  readonly targetNames = int32Column()
  /** Least number of killed and injured, or UNTOLD. */
  readonly killed = int32Column()
  readonly injured = int32Column()
  /** The words of the speaker's name; 0 for the outlet itself and sources without a name. */
  readonly speakerNames = int32Column()
  /** 1 if the claim looks back on what is no news any more. */
  readonly recalls = int32Column()
  /** 1 if the claim is what its report leads with. */
  readonly leads = int32Column()
  /** How much of the report's news the claim is, in points; 0 for one that looks back. */
  readonly standings = int32Column()

  get length(): number {
    return this.acts.length
  }

  /** Appends the claims of a reading; `report` is its row among the reports. */
  push(reading: Reading, report: number): void {
    const standings = standingsOf(reading)
    const speakers = resolveSpeakers(reading).ofClaims
    reading.claims.forEach((claim, index) => {
      this.reports.push(report)
      this.indices.push(index)
      this.acts.push(ACTS.indexOf(claim.act))
      this.modalities.push(MODALITIES.indexOf(claim.modality))
      const standing = standings[index]
      this.recalls.push(standing?.isRecall ? 1 : 0)
      this.leads.push(standing?.isLead ? 1 : 0)
      this.standings.push(standing?.isRecall ? 0 : (standing?.points ?? 0))
      this.speakerNames.push(speakerBits(speakers[index]))
      this.#pushFields(claim)
    })
  }

  #pushFields(claim: Claim): void {
    const { time, place, harm } = claim
    const first = time?.from ? parseDay(time.from) : null
    const last = time?.to ? parseDay(time.to) : null
    this.firstDays.push(first ?? last ?? UNTOLD)
    this.lastDays.push(last ?? first ?? UNTOLD)
    this.latitudes.push(place?.lat ?? Number.NaN)
    this.longitudes.push(place?.lon ?? Number.NaN)
    this.radiiKm.push((place?.radiusMetres ?? 0) / 1000)
    this.placeNames.push(place ? hashText(contentWords(place.text).join(' ')) : 0)
    this.actorIds.push(claim.actor?.id ? hashText(claim.actor.id) : 0)
    this.actorNames.push(nameBits(claim.actor?.text ?? ''))
    this.targetNames.push(nameBits(claim.target?.text ?? ''))
    this.killed.push(harm?.killed?.min ?? UNTOLD)
    this.injured.push(harm?.injured?.min ?? UNTOLD)
  }
}
