import type { Reading } from '../../model/index.ts'
import type { ClaimRecord } from '../claim-record.ts'
import { shinglesOf, type Shingles } from './near-copy.ts'
import { resolveSpeakers } from './resolve-speakers.ts'
import type { SpeakerName } from './speaker-name.ts'

/** What one speaker says in one report about one incident. */
export interface Utterance {
  readonly speaker: SpeakerName
  readonly report: string
  readonly outlet: string
  /** Day of publication, or UNTOLD. */
  readonly published: number
  /** The words that state it. */
  readonly text: string
  readonly shingles: Shingles
  /** Rows of its claims. */
  readonly rows: readonly number[]
}

/** The utterances behind the claims of an incident: one a report and speaker, in the order of the rows. */
export function utterancesOf(record: ClaimRecord, rows: readonly number[]): readonly Utterance[] {
  const byVoice = new Map<string, { speaker: SpeakerName; rows: number[] }>()
  const names = new Map<Reading, readonly SpeakerName[]>()
  for (const row of rows) {
    const { reading } = record.reportOf(row)
    const speakers = names.get(reading) ?? resolveSpeakers(reading)
    names.set(reading, speakers)
    const speaker = speakers[record.claims.indices.at(row)]
    if (!speaker) continue
    const key = `${record.claims.reports.at(row)} ${speaker.kind} ${speaker.name}`
    const known = byVoice.get(key)
    if (known) known.rows.push(row)
    else byVoice.set(key, { speaker, rows: [row] })
  }
  return Array.from(byVoice.values(), (voice) => utteranceOf(record, voice.speaker, voice.rows))
}

function utteranceOf(record: ClaimRecord, speaker: SpeakerName, rows: readonly number[]): Utterance {
  const { reading, published } = record.reportOf(rows[0] ?? 0)
  const claims = rows.flatMap((row) => reading.claims[record.claims.indices.at(row)] ?? [])
  const text = [...new Set(claims.map((claim) => claim.quote.text))].join(' … ')
  const words = new Set(
    claims.map((claim) => reading.statements[claim.statement ?? -1]?.content.map((it) => it.text).join(' ') ?? ''),
  )
  return {
    speaker,
    report: reading.report.id,
    outlet: reading.report.outlet ?? '',
    published,
    text,
    shingles: shinglesOf([...words].join(' ').length > text.length ? [...words].join(' ') : text),
    rows,
  }
}
