import { parseDay } from '../../base/calendar.ts'
import { canonicalJson, type JsonValue } from '../../base/canonical-json.ts'
import { done, type Result } from '../../base/result.ts'
import type { Span } from '../../base/span.ts'
import {
  isAct,
  type Act,
  type Claim,
  type Count,
  type Harm,
  type Modality,
  type PlaceReference,
  type TimeReference,
} from '../../model/index.ts'
import { refused, type CaseFailure } from './failure.ts'

/** What a person says of a claim instead of what was read; members left out stay as they are, null says that none is told. */
export interface ClaimAmendment {
  readonly act?: Act | undefined
  readonly modality?: Modality | undefined
  /** An actor's id. */
  readonly speaker?: string | null | undefined
  /** Words of the report that name who relays the speaker. */
  readonly via?: string | null | undefined
  readonly actor?: string | null | undefined
  readonly target?: string | null | undefined
  readonly place?: PlaceReference | null | undefined
  readonly time?: TimeReference | null | undefined
  readonly harm?: Harm | null | undefined
}

type Members = { readonly [member: string]: JsonValue }

/**
 * An amendment in the form of a claim's members, as a review's entry keeps it. The words of the report stay where a member had some; else
 * the member stands, with no words, where the quote begins. Who relays is words alone: those in the report nearest to the quote. Fails with
 * `amendment-malformed`.
 *
 * @param text of the claim's report
 */
export function amendClaim(claim: Claim, amendment: ClaimAmendment, text: string): Result<Members, CaseFailure> {
  const fault = faultOf(amendment)
  if (fault) return fault
  const via = viaOf(claim, amendment.via, text)
  if (!via.ok) return via
  const members = Object.entries({ ...membersOf(claim, amendment), ...via.value })
  const changed: object = Object.fromEntries(
    members.filter(([name, value]) => !isSame(claim[name as keyof Claim], value)),
  )
  if (Object.keys(changed).length > 0) return done(changed as Members)
  return refused('amendment-malformed', 'amendment', 'nothing that differs from the claim', 'what is to be changed')
}

function membersOf(claim: Claim, amendment: ClaimAmendment): Partial<Claim> {
  const { act, modality, speaker, actor, target, place, time, harm } = amendment
  const spanOf = (mention: Span | null): Span => {
    const { text, start, end } = mention ?? { text: '', start: claim.quote.start, end: claim.quote.start }
    return { text, start, end }
  }
  const mentionOf = (id: string | null, mention: Span | null) => (id === null ? null : { ...spanOf(mention), id })
  return {
    ...(act !== undefined && { act }),
    ...(modality !== undefined && { modality }),
    ...(speaker !== undefined && {
      speaker: speaker === null ? null : { ...spanOf(claim.speaker), kind: 'named' as const, actor: speaker },
    }),
    ...(actor !== undefined && { actor: mentionOf(actor, claim.actor) }),
    ...(target !== undefined && { target: mentionOf(target, claim.target) }),
    ...(place !== undefined && { place: place === null ? null : { ...spanOf(claim.place), ...place } }),
    ...(time !== undefined && { time: time === null ? null : { ...spanOf(claim.time), ...time } }),
    ...(harm !== undefined && { harm }),
  }
}

function viaOf(
  { quote }: Claim,
  words: ClaimAmendment['via'],
  text: string,
): Result<Pick<Claim, 'via'> | null, CaseFailure> {
  if (words === undefined) return done(null)
  if (words === null) return done({ via: null })
  const before = text.lastIndexOf(words, quote.start)
  const after = text.indexOf(words, quote.start)
  const isBefore = before >= 0 && (after < 0 || quote.start - before <= after - quote.start)
  const start = isBefore ? before : after
  if (words === '' || start < 0) return malformed('via', words, 'words that stand in the report, or null')
  return done({ via: { text: words, start, end: start + words.length } })
}

function isSame(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after)
}

function faultOf({
  act,
  speaker,
  actor,
  target,
  place,
  time,
  harm,
}: ClaimAmendment): Result<never, CaseFailure> | null {
  if (act !== undefined && !isAct(act)) return malformed('act', act, 'an act of the record')
  for (const [name, id] of Object.entries({ speaker, actor, target })) {
    if (id !== undefined && id !== null && !/^\S+$/u.test(id)) return malformed(name, id, 'an actor’s id, or null')
  }
  return faultOfPlace(place ?? null) ?? faultOfTime(time ?? null) ?? faultOfHarm(harm ?? null)
}

function faultOfPlace(place: PlaceReference | null): Result<never, CaseFailure> | null {
  if (!place) return null
  const { lat, lon, radiusMetres } = place
  const sound = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && radiusMetres >= 0 && Number.isFinite(radiusMetres)
  return sound ? null : malformed('place', `${lat}, ${lon}`, 'a latitude, a longitude and a radius in metres')
}

function faultOfTime(time: TimeReference | null): Result<never, CaseFailure> | null {
  if (!time) return null
  const [from, to] = [momentOf(time.from), momentOf(time.to)]
  if (from === null || to === null) return malformed('time', `${time.from} to ${time.to}`, 'days of the calendar')
  return from <= to ? null : malformed('time', `${time.from} to ${time.to}`, 'a beginning before the end')
}

/** The text itself, which sorts as time does; a day counts from its beginning. Null where the calendar has no such moment. */
function momentOf(time: string): string | null {
  const clock = /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/
  return clock.test(time) && parseDay(time.slice(0, 10)) !== null ? time.slice(0, 10) + time.slice(10) : null
}

function faultOfHarm(harm: Harm | null): Result<never, CaseFailure> | null {
  for (const count of [harm?.killed, harm?.injured]) {
    if (count && !isCount(count)) return malformed('harm', JSON.stringify(count), 'whole numbers, min not above max')
  }
  return null
}

function isCount({ min, max }: Count): boolean {
  return Number.isSafeInteger(min) && min >= 0 && (max === null || (Number.isSafeInteger(max) && max >= min))
}

function malformed(member: string, found: string, expected: string): Result<never, CaseFailure> {
  return refused('amendment-malformed', `amendment ${member}`, found.slice(0, 80), expected)
}
