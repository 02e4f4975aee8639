import { DISTANCE_BOUNDS_KM, type CandidatePairs } from './candidate-pairs.ts'
import { matchingMarginals } from './matching-marginals.ts'

/** Rounds of expectation and maximisation; the marginals move by less than 1e-3 after ten. */
const ROUNDS = 12
/** Share of the smaller table that is assumed to be in the other before anything is learned, and the most ever assumed. */
const FIRST_SHARE = 0.5
const MOST_SHARE = 0.95
/** Scale in km of the first guess at how far two records of one event lie apart. */
const FIRST_SCALE_KM = 4
/** Pairs that every outcome is credited with before counting, so that none is impossible. */
const PSEUDO_COUNT = 0.5

/**
 * The probability of each candidate pair to be one event, learned without labels: what matches look like (day difference, distance,
 * duration, each taxonomy) and how many there are is estimated by expectation maximisation over one-to-one matchings, against
 * the strangers expected at each spot. Fellegi and Sunter's model with local u-probabilities.
 *
 * @param strangers expected unrelated events that would compare as each pair does
 * @param smaller how many events the smaller table has
 */
export function learnPairs(pairs: CandidatePairs, strangers: Float64Array, smaller: number): Float64Array {
  let matches = firstGuess(pairs)
  let share = FIRST_SHARE
  let marginals = new Float64Array(pairs.length)
  for (let round = 0; round < ROUNDS; round++) {
    const odds = oddsOf(pairs, matches, strangers, share)
    marginals = Float64Array.from(matchingMarginals(pairs, odds))
    matches = countOutcomes(pairs, marginals)
    share = Math.min(MOST_SHARE, sum(marginals) / Math.max(1, smaller))
  }
  return marginals
}

/** Distribution of the outcomes of each field among matches; the last field is the distance. */
type Distributions = readonly Float64Array[]

function fieldsOf(pairs: CandidatePairs): readonly Uint8Array[] {
  return [...pairs.outcomes, pairs.distances]
}

function oddsOf(pairs: CandidatePairs, matches: Distributions, strangers: Float64Array, share: number): Float64Array {
  const fields = fieldsOf(pairs)
  return strangers.map((expected, k) => {
    // A match against two strangers that each stayed alone.
    let likelihood = share / (1 - share) ** 2
    for (const [f, field] of fields.entries()) likelihood *= matches[f]?.[field[k] ?? 0] ?? 0
    return likelihood / expected
  })
}

function countOutcomes(pairs: CandidatePairs, marginals: Float64Array): Distributions {
  return fieldsOf(pairs).map((field, f) => {
    const counts = new Float64Array(pairs.outcomeCounts[f] ?? DISTANCE_BOUNDS_KM.length).fill(PSEUDO_COUNT)
    field.forEach((outcome, k) => (counts[outcome] = (counts[outcome] ?? 0) + (marginals[k] ?? 0)))
    return normalised(counts)
  })
}

/** Near in time and space, of the same duration, the same categories: nothing more is assumed. */
function firstGuess(pairs: CandidatePairs): Distributions {
  const [days = 1, , ...categories] = pairs.outcomeCounts
  const middle = (days - 1) / 2
  return [
    Float64Array.from({ length: days }, (_, outcome) => 0.5 ** Math.abs(outcome - middle)),
    Float64Array.of(0.9, 0.1),
    ...categories.map((count) => Float64Array.from({ length: count }, (_, outcome) => (outcome === 0 ? 0.8 : 0.05))),
    Float64Array.from(DISTANCE_BOUNDS_KM, (bound) => Math.exp(-bound / FIRST_SCALE_KM)),
  ].map(normalised)
}

function normalised(counts: Float64Array): Float64Array {
  const total = sum(counts)
  return counts.map((count) => count / total)
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
