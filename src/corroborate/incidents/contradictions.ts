import type { ContradictedField, ContradictedValue, Contradiction, Count } from '../../model/index.ts'
import { nameBits, sharedBits } from '../claims/content-words.ts'
import { kilometresBetween } from '../evidence/index.ts'
import type { Account } from './account.ts'

/** Origins that are compared with each other; of more, only the first. Bounds the square. */
const MOST_ORIGINS = 40
/** Kilometres by which two accounts of one place may differ beyond its radius. */
const SLACK_KM = 5

type Versions = readonly [ContradictedValue, ContradictedValue]

/** How two accounts disagree on each field; null where they do not, or where one of them does not tell. */
const COMPARISONS: readonly (readonly [ContradictedField, (a: Account, b: Account) => Versions | null])[] = [
  ['act', compareActs],
  ['harm', compareHarm],
  ['place', comparePlaces],
  ['time', compareTimes],
  ['modality', compareModalities],
  ['actor', compareActors],
]

/** Names every field on which two origins disagree, each with its version. */
export function findContradictions(accounts: readonly Account[]): readonly Contradiction[] {
  const found: Contradiction[] = []
  const compared = accounts.slice(0, MOST_ORIGINS)
  for (const [i, one] of compared.entries()) {
    for (const [j, other] of compared.entries()) {
      if (j <= i) continue
      for (const [field, compare] of COMPARISONS) {
        const values = compare(one, other)
        if (values) found.push({ field, between: [i, j], values })
      }
    }
  }
  return found
}

function compareActs(a: Account, b: Account): Versions | null {
  const [act, other] = [a.acts[0], b.acts[0]]
  return act && other && !a.acts.some((it) => b.acts.includes(it)) ? [act, other] : null
}

/** Only a flat denial contradicts: plans and demands may all be true at once. */
function compareModalities(a: Account, b: Account): Versions | null {
  const denies = (it: Account): boolean => it.modalities.every((modality) => modality === 'denied')
  const asserts = (it: Account): boolean => it.modalities.includes('asserted')
  if (asserts(a) && denies(b)) return ['asserted', 'denied']
  return denies(a) && asserts(b) ? ['denied', 'asserted'] : null
}

function compareHarm(a: Account, b: Account): Versions | null {
  const differ = areApart(a.harm.killed, b.harm.killed) || areApart(a.harm.injured, b.harm.injured)
  return differ ? [a.harm, b.harm] : null
}

function areApart(a: Count | null, b: Count | null): boolean {
  if (a === null || b === null) return false
  return (a.max !== null && a.max < b.min) || (b.max !== null && b.max < a.min)
}

function comparePlaces({ place: a }: Account, { place: b }: Account): Versions | null {
  if (a === null || b === null) return null
  const reach = (a.radiusMetres + b.radiusMetres) / 1000 + SLACK_KM
  return kilometresBetween(a.lat, a.lon, b.lat, b.lon) > reach ? [a, b] : null
}

function compareTimes({ time: a }: Account, { time: b }: Account): Versions | null {
  if (a === null || b === null) return null
  return lastOf(a.to, b.from) < b.from || lastOf(b.to, a.from) < a.from ? [a, b] : null
}

/** A day without a time of day lasts to its end, so it does not lie before an hour of its own. */
function lastOf(to: string, against: string): string {
  return to.length < against.length ? `${to}T24:00` : to
}

function compareActors(a: Account, b: Account): Versions | null {
  const [one, other] = [a.actors[0], b.actors[0]]
  if (!one || !other) return null
  if (one.id !== null && other.id !== null) {
    return a.actors.some(({ id }) => b.actors.some((it) => it.id === id)) ? null : [one.id, other.id]
  }
  const alike = a.actors.some(({ text }) => b.actors.some((it) => sharedBits(nameBits(text), nameBits(it.text)) > 0))
  const named = nameBits(one.text) !== 0 && nameBits(other.text) !== 0
  return named && !alike ? [one.text, other.text] : null
}
