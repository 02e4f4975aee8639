import { done, failed, type Result } from '../../base/result.ts'
import { sliceSpan, type Span } from '../../base/span.ts'
import type { ActorMention, Claim, Reading, Statement } from '../../model/index.ts'
import { rowFault, type RowFault } from '../failure.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Columns } from '../table/read-table.ts'
import { readNumber } from './numbers.ts'
import { readAct, type RowAct } from './read-act.ts'
import { readHarm } from './read-harm.ts'
import { readPlace } from './read-place.ts'
import { readSources, type FindActor, type RowSources } from './read-sources.ts'
import { readTime } from './read-time.ts'
import { RowText } from './row-text.ts'

/** The row's id in its table, the same in later editions; a fault if the row has none. */
export function readRowId(columns: Columns, mapping: Mapping): Result<string, RowFault> {
  const parts = mapping.id.map((column) => (Object.hasOwn(columns, column) ? (columns[column] ?? '').trim() : ''))
  const empty = parts.indexOf('')
  if (empty < 0) return done(parts.join(':'))
  return failed(rowFault('id-missing', mapping.id[empty] ?? null, '', 'the id of the row'))
}

/**
 * Reads a row as a report with one claim. A pure function of the columns and the mapping, so that the claims of imported rows can be
 * computed again from the log. The report's text is the row itself; every span of the claim points at its cell.
 */
export function readRow(columns: Columns, mapping: Mapping, findActor: FindActor): Result<Reading, RowFault> {
  const id = readRowId(columns, mapping)
  if (!id.ok) return id
  const row = new RowText(columns, new Set(mapping.untold))
  const act = readAct(row, mapping)
  if (!act.ok) return act
  const time = readTime(row, mapping)
  if (!time.ok) return time
  const place = readPlace(row, mapping)
  if (!place.ok) return place
  const harm = readHarm(row, mapping)
  if (!harm.ok) return harm
  const confidence = readConfidence(row, mapping, act.value.meaning.confidence)
  if (!confidence.ok) return confidence
  const sources = readSources(row, mapping, findActor)
  const quote = quoteOf(row, mapping, act.value)
  const claim: Claim = {
    act: act.value.meaning.act,
    modality: act.value.meaning.modality,
    quote,
    statement: sources.speaker ? 0 : null,
    speaker: sources.speaker,
    via: sources.via,
    actor: readParty(row, mapping.actor, findActor),
    target: readParty(row, mapping.target, findActor),
    place: place.value,
    time: time.value,
    harm: harm.value,
    rule: `import:${mapping.dataset}:${act.value.column}=${act.value.code}`,
    confidence: confidence.value,
  }
  return done(readingOf(`${mapping.dataset}:${id.value}`, row, mapping, claim, sources))
}

function readingOf(id: string, row: RowText, mapping: Mapping, claim: Claim, sources: RowSources): Reading {
  const { quote, speaker, via, place, time } = claim
  const statement: Statement = {
    content: [quote],
    speaker,
    cue: null,
    via,
    manner: speaker ? 'indirect' : 'own-voice',
  }
  const report = {
    id,
    text: row.text,
    title: row.told(mapping.sources.headline),
    outlet: sources.outlet ?? mapping.title,
    url: sources.url,
    published: sources.published,
    language: mapping.language,
    dropped: [],
    body: [{ start: quote.start, end: quote.end }],
    ...(mapping.oneRowAnEvent && { eventTable: mapping.dataset }),
  }
  const [places, times] = [place ? [place] : [], time ? [time] : []]
  return { report, statements: [statement], places, times, claims: [claim] }
}

function quoteOf(row: RowText, { quote, sources }: Mapping, act: RowAct): Span {
  const told = row.firstTold([...(quote ?? []), ...(sources.headline ? [sources.headline] : []), act.column])
  return row.spanOf(told) ?? sliceSpan(row.text, 0, 0)
}

function readParty(row: RowText, party: Mapping['actor'], findActor: FindActor): ActorMention | null {
  const span = row.spanOf(row.firstTold(party?.columns ?? []))
  if (!span) return null
  const known = party && Object.hasOwn(party.ids, span.text) ? party.ids[span.text] : undefined
  return { ...span, id: known ?? findActor(span.text) }
}

/** The act's confidence lowered by each of the mapping's factors; a factor that the row does not tell lowers nothing. */
function readConfidence(row: RowText, { confidence }: Mapping, ofAct: number): Result<number, RowFault> {
  let product = ofAct
  for (const { column, codes, outOf } of confidence) {
    const told = row.told(column)
    if (told === null) continue
    const number = outOf === undefined ? null : readNumber(told)
    const factor = Object.hasOwn(codes, told) ? codes[told] : number === null ? undefined : number / (outOf ?? 1)
    if (factor === undefined || factor < 0 || factor > 1)
      return failed(rowFault('code-unknown', column, told, outOf ? `a number up to ${outOf}` : 'a code of the mapping'))
    product *= factor
  }
  return done(Math.round(product * 1000) / 1000)
}
