import type { Claim } from '../../../../src/model/index.ts'

/** Fields of the form that amends a claim. */
export const AMEND_FIELDS = [
  'act',
  'modality',
  'speaker',
  'via',
  'actor',
  'target',
  'place',
  'lat',
  'lon',
  'radiusKm',
  'precision',
  'from',
  'fromClock',
  'to',
  'toClock',
  'killedMin',
  'killedMax',
  'injuredMin',
  'injuredMax',
] as const
export type AmendField = (typeof AMEND_FIELDS)[number]

/** What the fields show of a claim: an actor by its name where the case knows it, else by the report's words; empty for what is not told. */
export function fieldsOf(
  { act, modality, speaker, via, actor, target, place, time, harm }: Claim,
  actorName: (id: string) => string,
): { readonly [F in AmendField]: string } {
  const nameOf = (id: string | null | undefined, words = ''): string => (id ? actorName(id) : words)
  const { from, to, precision } = time?.from ? time : { from: '', to: '', precision: '' }
  return {
    act,
    modality,
    speaker: nameOf(speaker?.actor, speaker?.text),
    via: via?.text ?? '',
    actor: nameOf(actor?.id, actor?.text),
    target: nameOf(target?.id, target?.text),
    place: place ? (place.name ?? place.text) : '',
    lat: String(place?.lat ?? ''),
    lon: String(place?.lon ?? ''),
    radiusKm: place?.lat == null ? '' : String(place.radiusMetres / 1000),
    precision,
    from: from.slice(0, 10),
    fromClock: from.slice(11),
    to: to.slice(0, 10),
    toClock: to.slice(11),
    killedMin: String(harm?.killed?.min ?? ''),
    killedMax: String(harm?.killed?.max ?? ''),
    injuredMin: String(harm?.injured?.min ?? ''),
    injuredMax: String(harm?.injured?.max ?? ''),
  }
}
