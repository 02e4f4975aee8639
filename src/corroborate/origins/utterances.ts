import type { Reading } from '../../model/index.ts'
import type { ClaimRecord } from '../claim-record.ts'
import { shinglesOf, type Shingles } from './near-copy.ts'
import { resolveSpeakers, type ReportSpeakers } from '../speakers/resolve-speakers.ts'
import type { SpeakerName } from '../speakers/speaker-name.ts'

/** What one speaker says in one report about one incident. */
export interface Utterance {
  readonly speaker: SpeakerName
  readonly report: string
  readonly outlet: string
  /** Day of publication, or UNTOLD. */
  readonly published: number
  /** Whom the report names as sources besides; told where the speaker is not named. */
  readonly cites: readonly SpeakerName[]
  /** The words that state it. */
  readonly text: string
  readonly shingles: Shingles
  /** Rows of its claims. */
  readonly rows: readonly number[]
}

/** The utterances behind the claims of an incident: one a report and speaker, in the order of the rows. */
export function utterancesOf(record: ClaimRecord, rows: readonly number[]): readonly Utterance[] {
  const byVoice = new Map<string, { speaker: SpeakerName; cited: readonly SpeakerName[]; rows: number[] }>()
  const names = new Map<Reading, ReportSpeakers>()
  for (const row of rows) {
    const { reading } = record.reportOf(row)
    const speakers = names.get(reading) ?? resolveSpeakers(reading)
    names.set(reading, speakers)
    const speaker = speakers.ofClaims[record.claims.indices.at(row)]
    if (!speaker) continue
    const key = `${record.claims.reports.at(row)} ${speaker.kind} ${speaker.name}`
    const known = byVoice.get(key)
    if (known) known.rows.push(row)
    else byVoice.set(key, { speaker, cited: speakers.cited, rows: [row] })
  }
  return Array.from(byVoice.values(), (voice) => ({
    ...utteranceOf(record, voice.rows),
    speaker: voice.speaker,
    cites: voice.speaker.kind === 'named' ? [] : voice.cited,
  }))
}

function utteranceOf(record: ClaimRecord, rows: readonly number[]): Omit<Utterance, 'speaker' | 'cites'> {
  const { reading, published } = record.reportOf(rows[0] ?? 0)
  const claims = rows.flatMap((row) => reading.claims[record.claims.indices.at(row)] ?? [])
  const text = [...new Set(claims.map((claim) => claim.quote.text))].join(' … ')
  const words = new Set(
    claims.map((claim) => reading.statements[claim.statement ?? -1]?.content.map((it) => it.text).join(' ') ?? ''),
  )
  return {
    report: reading.report.id,
    outlet: reading.report.outlet ?? '',
    published,
    text,
    shingles: shinglesOf([...words].join(' ').length > text.length ? [...words].join(' ') : text),
    rows,
  }
}
