import { m } from '#messages'
import type { PlaceReference } from '../../../../src/model/index.ts'
import type { AmendField } from '../reader/amend-fields.ts'
import type { Answer } from './api.ts'
import { numberOf, wordsOf } from './fields.ts'

/** Whom and what the case knows by name. */
export interface KnownNames {
  readonly actors: readonly { readonly id: string; readonly name: string }[]
  readonly places: readonly PlaceReference[]
}

type Amendment = { readonly [member: string]: unknown }

/** A field that cannot be understood. */
class Misread extends Error {
  override readonly name = 'Misread'
}

/**
 * What a person changes of a claim, from the form: only what differs from what the form showed, so that the rest stays the machine's. A name
 * that the case does not know is refused as `amendment-malformed`.
 */
export function amendmentOf(form: FormData, known: KnownNames): Answer<Amendment> {
  try {
    return { ok: true, value: changesOf(form, known) }
  } catch (cause) {
    if (!(cause instanceof Misread)) throw cause
    return { ok: false, problem: { status: 422, code: 'amendment-malformed', detail: cause.message } }
  }
}

function changesOf(form: FormData, known: KnownNames): Amendment {
  const told = (name: AmendField): string => wordsOf(form, name)
  // a form that does not show a field changes nothing of it
  const changed = (...names: readonly AmendField[]): boolean =>
    names.some((name) => form.has(name) && told(name) !== wordsOf(form, `was-${name}`))
  const amended: { [member: string]: unknown } = {}
  for (const name of ['act', 'modality'] as const) if (changed(name)) amended[name] = told(name)
  if (changed('via')) amended['via'] = told('via') || null
  for (const name of ['speaker', 'actor', 'target'] as const) {
    if (changed(name)) amended[name] = actorIn(told(name), known.actors)
  }
  if (changed('place', 'lat', 'lon', 'radiusKm'))
    amended['place'] = placeOf(form, changed('lat', 'lon', 'radiusKm'), known)
  if (changed('precision', 'from', 'fromClock', 'to', 'toClock')) amended['time'] = timeOf(told)
  if (changed('killedMin', 'killedMax', 'injuredMin', 'injuredMax')) {
    const [killed, injured] = [countOf(form, 'killedMin', 'killedMax'), countOf(form, 'injuredMin', 'injuredMax')]
    amended['harm'] = killed || injured ? { killed, injured } : null
  }
  return amended
}

/** Null where nobody is named. */
function actorIn(words: string, actors: KnownNames['actors']): string | null {
  if (words === '') return null
  const found = actors.find(({ id, name }) => id === words || name.toLowerCase() === words.toLowerCase())
  if (!found) throw new Misread(m.amend_actor_unknown({ words }))
  return found.id
}

function placeOf(form: FormData, isPoint: boolean, { places }: KnownNames): PlaceReference | null {
  const name = wordsOf(form, 'place')
  if (name === '') return null
  const found = places.find((place) => place.name.toLowerCase() === name.toLowerCase())
  if (!isPoint && found) return found
  const [lat, lon] = [numberOf(form, 'lat'), numberOf(form, 'lon')]
  if (!isPoint || lat === null || lon === null) throw new Misread(m.amend_place_unknown({ words: name }))
  return { name, lat, lon, radiusMetres: (numberOf(form, 'radiusKm') ?? 1) * 1000, source: 'person' }
}

function timeOf(told: (name: AmendField) => string): object | null {
  const precision = told('precision')
  if (precision === '') return null
  const isFine = precision === 'minute' || precision === 'hour'
  const moment = (day: string, clock: string): string => {
    if (day === '' || (isFine && clock === '')) throw new Misread(m.amend_time_incomplete())
    return isFine ? `${day}T${clock}` : day
  }
  const from = moment(told('from'), told('fromClock'))
  return { from, to: told('to') === '' ? from : moment(told('to'), told('toClock')), precision }
}

/** No greatest number: at least so many. */
function countOf(form: FormData, least: AmendField, most: AmendField): object | null {
  const [min, max] = [numberOf(form, least), numberOf(form, most)]
  return min === null && max === null ? null : { min: min ?? 0, max }
}
