import { elementAt } from '../../base/element-at.ts'
import { TAG, type Words } from '../../base/words/index.ts'

/**
 * Mends tags where the tagger is known to err on reports of this kind; answers words with a tag column of their own.
 * Each rule looks at a word and its neighbours only.
 */
export function mendTags(words: Words): Words {
  const tag = words.tag.slice()
  for (let i = 0; i < words.count; i++) if (MENDED.has(tag[i] ?? 0)) tag[i] = mended(words, tag, i)
  return { ...words, tag }
}

/** The tags that any rule below changes. */
const MENDED = new Set<number>([TAG.PRON, TAG.VERB, TAG.NOUN, TAG.ADJ, TAG.SCONJ])
const NOUNISH = new Set<number>([TAG.NOUN, TAG.PROPN])
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being'])
const HAVE = new Set(['has', 'have', 'had', 'having', "'ve"])
/** How past participles end. */
const PAST = /..(?:ed|rnt|aid|wn|eft|ost|old|ent|ught|ept)$/
/** What begins an object or an adverbial. */
const HEADS = new Set<number>([TAG.DET, TAG.PRON, TAG.PROPN, TAG.NUM, TAG.ADP])
const TO_ADJECTIVES = new Set(['able', 'unable', 'due', 'ready', 'likely', 'set', 'bound', 'about'])

function mended(words: Words, tag: Uint8Array, i: number): number {
  const own = tag[i] ?? 0
  const sentence = words.sentence[i]
  const before = words.sentence[i - 1] === sentence ? (tag[i - 1] ?? 0) : 0
  const next = words.sentence[i + 1] === sentence ? (tag[i + 1] ?? 0) : 0
  const lower = words.form[i]?.lower ?? ''
  if (lower === 'mine' && own === TAG.PRON) return TAG.NOUN
  if (own === TAG.VERB) return mendVerb(words, i, lower, before, next)
  if (
    own === TAG.NOUN &&
    lower === 'shot' &&
    NOUNISH.has(before) &&
    (next === TAG.ADP || next === TAG.NUM || next === TAG.DET)
  )
    return TAG.VERB
  if (own === TAG.NOUN && isPresent(words, i, before, next)) return TAG.VERB
  if (own === TAG.NOUN && isGoingOn(words, i, lower, next)) return TAG.VERB
  if (own === TAG.ADJ || own === TAG.NOUN) return mendParticiple(words, i, own, lower, before, next)
  if (own === TAG.DET && lower === 'that' && NOUNISH.has(before) && (NOUNISH.has(next) || next === TAG.ADJ))
    return TAG.SCONJ
  if (own === TAG.SCONJ && lower === 'that') return mendThat(tag, i, before, next)
  return own
}

function mendVerb(words: Words, i: number, lower: string, before: number, next: number): number {
  const ing = lower.endsWith('ing')
  const ed = lower.endsWith('ed')
  const previous = elementAt(words.form, i - 1)?.lower ?? ''
  const nounNext = NOUNISH.has(next) || next === TAG.ADJ
  if (previous === '-' && words.end[i - 1] === words.start[i] && nounNext) return TAG.ADJ
  if ((ing || ed) && nounNext && (before === TAG.DET || before === TAG.ADJ || before === TAG.NUM)) return TAG.ADJ
  if (ing && nounNext && before === TAG.PROPN && words.tag[i - 2] === TAG.DET) return TAG.NOUN
  if (ed && next === TAG.NOUN && before === 0 && words.tag[i + 2] === TAG.AUX) return TAG.ADJ
  if (isArticle(previous) && !nounNext) return TAG.NOUN
  if (lower === 'watch' && previous.startsWith('keep')) return TAG.NOUN
  if (lower === 'map' && previous === 'road') return TAG.NOUN
  if (lower === 'tear' && words.form[i + 1]?.lower === 'gas') return TAG.NOUN
  if (ing && before === 0 && next === TAG.ADP) return TAG.NOUN
  if (ing && BE.has(previous) && elementAt(words.form, i - 2)?.lower === 'there') return TAG.NOUN
  if (before === TAG.AUX && lower.endsWith('s') && words.form[i + 1]?.lower === 'of') return TAG.NOUN
  return TAG.VERB
}

const POSSESSIVES = new Set(['its', 'their', 'his', 'our', 'my', 'your'])

function isArticle(lower: string): boolean {
  return (
    lower === 'the' || lower === 'a' || lower === 'an' || lower === 'this' || lower === 'no' || POSSESSIVES.has(lower)
  )
}

/** "keeps bombing from the air": what somebody keeps doing is a verb. */
function isGoingOn(words: Words, i: number, lower: string, next: number): boolean {
  return lower.endsWith('ing') && KEEPING.test(words.form[i - 1]?.lower ?? '') && HEADS.has(next)
}

const KEEPING = /^(?:keeps?|kept)$/

/** "are concentrated", "forces liberated the station": a participle or past form taken for an adjective or noun. */
function mendParticiple(words: Words, i: number, own: number, lower: string, before: number, next: number): number {
  const previous = elementAt(words.form, i - 1)?.lower ?? ''
  const auxiliary = before === TAG.ADV ? (elementAt(words.form, i - 2)?.lower ?? '') : previous
  if (HAVE.has(auxiliary) && PAST.test(lower) && HEADS.has(next)) return TAG.VERB
  if (!lower.endsWith('ed') || lower.length < 5) return own
  if (BE.has(previous) && !NOUNISH.has(next)) return TAG.VERB
  if ((NOUNISH.has(before) || before === TAG.PRON) && (next === TAG.DET || next === TAG.NUM)) return TAG.VERB
  return own
}

/** "the rebels attack the convoy": between a plural and an article stands a verb. */
function isPresent(words: Words, i: number, before: number, next: number): boolean {
  const previous = elementAt(words.form, i - 1)?.lower ?? ''
  const lower = words.form[i]?.lower ?? ''
  return (
    NOUNISH.has(before) && previous.endsWith('s') && next === TAG.DET && !lower.endsWith('s') && !lower.endsWith('ing')
  )
}

/** "cleared that road": before a noun that no verb follows, "that" points. */
function mendThat(tag: Uint8Array, i: number, before: number, next: number): number {
  const after = tag[i + 2] ?? 0
  return before === TAG.VERB && next === TAG.NOUN && after !== TAG.VERB && after !== TAG.AUX ? TAG.DET : TAG.SCONJ
}

/** Whether a word makes one verb group of a form of "be" and an infinitive: "were able to rearm", "is due to start". */
export function joinsInfinitive(words: Words, i: number): boolean {
  return TO_ADJECTIVES.has(words.form[i]?.lower ?? '') && words.form[i + 1]?.lower === 'to'
}
