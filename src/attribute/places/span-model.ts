import type { Words } from '../../base/words/index.ts'
import type { Segments } from './segments.ts'
import { describeSegment, MAX_FEATURES, type SpanScene } from './span-features.ts'
import { priorOf, raiseRepeated } from './span-priors.ts'

/** Scores of features for spans; a segment's score is the log odds, roughly, of its being a place's name against not. */
export interface SpanModel {
  /** One weight a feature number, in units of `unit`. */
  readonly weights: Int16Array
  readonly unit: number
  /** Added to every score: above 0 finds more places and more that are none. */
  readonly bias: number
}

/** Memory for choosing segments: for each token on, the best sum from there to the end, and the segment that begins it. */
export interface ChoiceRoom {
  readonly gain: Float64Array
  readonly choice: Int32Array
}

/** Room for choosing among the segments of so many tokens. */
export function createChoiceRoom(tokens: number): ChoiceRoom {
  return { gain: new Float64Array(tokens + 1), choice: new Int32Array(tokens + 1) }
}

/** The features of one segment, while it is scored. */
const features = new Uint16Array(MAX_FEATURES)

/** Scores every segment of a text into `scores`. */
export function scoreSegments(model: SpanModel, scene: SpanScene, scores: Float64Array): void {
  for (let at = 0; at < scene.segments.count; at++) {
    const count = describeSegment(scene, at, features)
    let sum = 0
    for (let i = 0; i < count; i++) sum += model.weights[features[i]!]!
    scores[at] = sum * model.unit + model.bias + priorOf(scene, at)
  }
}

/**
 * The disjoint segments whose scores add up to most, in the order of the text. Segments come ordered by first token, so one pass
 * from the end suffices: the best of a token on is that of the next token on, or a segment that begins there and the best behind it.
 */
export function bestSegments(
  words: Words,
  segments: Segments,
  scores: Float64Array,
  { gain, choice }: ChoiceRoom = createChoiceRoom(words.count),
): readonly number[] {
  gain[words.count] = 0
  choice.fill(-1, 0, words.count)
  let at = segments.count - 1
  for (let token = words.count - 1; token >= 0; token--) {
    gain[token] = gain[token + 1]!
    for (; at >= 0 && segments.first[at] === token; at--) {
      const sum = scores[at]! + gain[segments.last[at]!]!
      if (sum <= gain[token]!) continue
      gain[token] = sum
      choice[token] = at
    }
  }
  const chosen: number[] = []
  for (let token = 0; token < words.count;) {
    const segment = choice[token]!
    if (segment < 0) {
      token++
      continue
    }
    chosen.push(segment)
    token = segments.last[segment]!
  }
  return chosen
}

/** The names of a text: the best segments, after mentions of one name have lent each other weight. */
export function chooseSegments(
  model: SpanModel,
  scene: SpanScene,
  scores: Float64Array,
  room: ChoiceRoom,
): readonly number[] {
  scoreSegments(model, scene, scores)
  const chosen = bestSegments(scene.words, scene.segments, scores, room)
  if (chosen.length === 0) return chosen
  raiseRepeated(scene.segments, chosen, scores)
  return bestSegments(scene.words, scene.segments, scores, room)
}
