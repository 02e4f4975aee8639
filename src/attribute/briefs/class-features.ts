import { mixHash } from '../../base/hash.ts'
import { TAG } from '../../base/words/index.ts'
import type { BriefScene } from './brief-scene.ts'

/** Features are hashed to this many bits. */
export const CLASS_FEATURE_BITS = 15

/** Templates of features. */
const WORD = 1
const PAIR = 2
const KIND = 3
const KIND_PAIR = 4
const EVENT_KIND = 5
const EVENT_WORD = 6
const EVENT_NEXT = 7
const EVENT_FORM = 8
const VERB = 9
const KINDS_IN_ORDER = 10
const FIRST_VERB = 11
const NEGATED = 12

/** The features of a sentence for its class of event: numbers below 2^CLASS_FEATURE_BITS, each once. */
export function describeClass(scene: BriefScene): Uint16Array {
  const out = new Set<number>()
  const put = (template: number, ...values: readonly number[]): void => {
    let hash = template
    for (const value of values) hash = mixHash(hash, value)
    out.add(hash >>> (32 - CLASS_FEATURE_BITS))
  }
  const { words, sentence, stem, kind, cues } = scene
  out.add(0)
  for (let i = 0; i < stem.length; i++) {
    const tag = words.tag[sentence.first + i] ?? 0
    if (tag === TAG.PUNCT || tag === TAG.PROPN || tag === TAG.NUM) continue
    put(WORD, stem[i] ?? 0)
    put(PAIR, stem[i] ?? 0, stem[i + 1] ?? 0)
    if (tag === TAG.VERB) put(VERB, stem[i] ?? 0, kind[i] ?? 0)
  }
  for (const cue of cues) put(KIND, cue.kind.number, cue.clause >= 0 ? 1 : 0)
  const telling = [...new Set(cues.map((cue) => cue.kind.number))].slice(0, 6)
  for (const [i, first] of telling.entries()) {
    for (const second of telling.slice(i + 1)) put(KIND_PAIR, first, second)
  }
  put(KINDS_IN_ORDER, telling[0] ?? 0, telling[1] ?? 0)
  describeEvent(scene, put)
  return Uint16Array.from(out)
}

function describeEvent(scene: BriefScene, put: (template: number, ...values: readonly number[]) => void): void {
  const { parsed, sentence, stem, kind, event } = scene
  const clause = parsed.clauses[event]
  const first = parsed.clauses[0]
  if (first) put(FIRST_VERB, stem[first.verb - sentence.first] ?? 0)
  if (!clause) return
  const at = clause.verb - sentence.first
  const { future, conditional, infinitive, negated, possible, necessary } = clause.group
  put(EVENT_WORD, stem[at] ?? 0)
  put(EVENT_KIND, kind[at] ?? 0)
  for (let k = 1; k <= 3; k++) {
    put(EVENT_NEXT, stem[at] ?? 0, stem[at + k] ?? 0)
    put(EVENT_NEXT, kind[at] ?? 0, kind[at + k] ?? 0)
  }
  const form = [future, conditional, infinitive, possible, necessary].findIndex(Boolean)
  put(EVENT_FORM, kind[at] ?? 0, form + 1)
  if (parsed.clauses.some((c) => c.group.negated)) put(NEGATED, kind[at] ?? 0, negated ? 1 : 0)
}
