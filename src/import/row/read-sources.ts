import { formatDay } from '../../base/calendar.ts'
import { sliceSpan, type Span } from '../../base/span.ts'
import type { Speaker } from '../../model/index.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { readDay } from './dates.ts'
import type { RowText } from './row-text.ts'

/** Who said it, who carried it, and where it came out. */
export interface RowSources {
  readonly speaker: Speaker | null
  /** The first outlet that is not the speaker itself. */
  readonly via: Span | null
  /** The outlets, each once. */
  readonly outlet: string | null
  readonly url: string | null
  /** The first day on which it came out; null if no day can be read. */
  readonly published: string | null
}

/** Finds an actor's neutral id by its name in a table; null where the case knows none. */
export type FindActor = (name: string) => string | null

/** Reads a row's sources. What is unreadable here is untold: it says where to look further, not what was done. */
export function readSources(row: RowText, { sources }: Mapping, findActor: FindActor): RowSources {
  const speaker = readSpeaker(row, sources, findActor)
  const outlets = sources.outletIsAddress ? [] : membersOf(row, sources.outlet, sources.separator)
  return {
    speaker,
    via: speaker ? (outlets.find((outlet) => outlet.text.toLowerCase() !== speaker.text.toLowerCase()) ?? null) : null,
    outlet: sources.outletIsAddress ? hostOf(row.told(sources.outlet)) : listOnce(outlets),
    url: row.told(sources.url),
    published: firstPublished(row, sources),
  }
}

function readSpeaker(row: RowText, sources: Mapping['sources'], findActor: FindActor): Speaker | null {
  const span = row.spanOf(sources.speaker)
  if (!span) return null
  const lastWord = span.text.slice(span.text.lastIndexOf(' ') + 1).toLowerCase()
  const kind = sources.unnamed.includes(lastWord) ? 'unnamed' : 'named'
  return { ...span, kind, actor: findActor(span.text) }
}

/** The members of a cell that lists several, each where it stands. */
function membersOf(row: RowText, column: string | undefined, separator: string): readonly Span[] {
  const cell = row.spanOf(column)
  if (!cell) return []
  const members: Span[] = []
  for (let start = cell.start; start <= cell.end;) {
    const found = row.text.indexOf(separator, start)
    const end = found < 0 || found > cell.end ? cell.end : found
    const raw = row.text.slice(start, end)
    const lead = raw.length - raw.trimStart().length
    const member = sliceSpan(row.text, start + lead, start + lead + raw.trim().length)
    if (row.tells(member.text)) members.push(member)
    start = end + separator.length
  }
  return members
}

function listOnce(outlets: readonly Span[]): string | null {
  return outlets.length === 0 ? null : [...new Set(outlets.map((outlet) => outlet.text))].join('; ')
}

/** The host of an address, without `www.`; the text itself where it is no address. */
function hostOf(address: string | null): string | null {
  if (address === null) return null
  return /^[a-z]{1,10}:\/\/(?:www\.)?([^/:?#\s]{1,253})/i.exec(address)?.[1]?.toLowerCase() ?? address
}

function firstPublished(row: RowText, { published, publishedFormat, separator }: Mapping['sources']): string | null {
  const days = membersOf(row, published, separator).flatMap((member) => readDay(member.text, publishedFormat) ?? [])
  return days.length === 0 ? null : formatDay(days.reduce((first, day) => Math.min(first, day)))
}
