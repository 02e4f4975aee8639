import { elementAt } from '../../base/element-at.ts'
import type { TokenRange } from '../../base/words/index.ts'
import type { Chunk } from './chunks.ts'
import type { Clause, ClauseKind, Draft } from './clauses.ts'
import { extendNoun, startOfNoun } from './noun-phrase.ts'
import { FUNCTION } from './closed-class.ts'
import { isTimeWord } from './time-words.ts'
import type { VerbGroup } from './verb-group.ts'

/** Who does what the verb says, and how that was found. */
export interface FoundSubject {
  readonly kind: ClauseKind
  readonly subject: TokenRange | null
  /** In a relative clause with a subject of its own: the noun group that the relative stands for. */
  readonly antecedentObject: TokenRange | null
  /** First token of the clause. */
  readonly first: number
  readonly governor: number
  /** A participle without auxiliary: "brokered by Russia". */
  readonly reduced: boolean
}

/** Longest way back to a subject, in chunks; bounds the cost of a sentence without end. */
const REACH = 40

/** Looks to the left of a verb for its subject. */
export function findSubject(draft: Draft, at: number, group: VerbGroup, hasAgent: boolean): FoundSubject {
  const chunk = draft.chunks[at] as Chunk
  const before = elementAt(draft.chunks, at - 1)
  if (group.infinitive) return governed(draft, at, 'infinitive')
  if (group.gerund && before?.kind !== 'noun') return governed(draft, at, 'participle')
  if (isReduced(draft, at, group, hasAgent)) return reducedRelative(draft, at)
  return finite(draft, at, chunk)
}

const ENDS_AS_PARTICIPLE = /(?:ed|en|wn|un|ung|ght|ut|ade|eld|old|aid|ent|ost|ound)$/

/** A bare participle after a noun group with "by" behind it, or after a comma: no verb of its own clause. */
function isReduced(draft: Draft, at: number, group: VerbGroup, hasAgent: boolean): boolean {
  const before = elementAt(draft.chunks, at - 1)
  if (group.auxiliary || group.gerund) return false
  const lower = draft.words.form[(draft.chunks[at] as Chunk).head]?.lower ?? ''
  if (!ENDS_AS_PARTICIPLE.test(lower)) return false
  const next = draft.chunks[at + 1]
  const agentNext = hasAgent && next?.kind === 'preposition'
  if (before?.kind === 'noun') return agentNext && isBy(draft, at + 1)
  if (before?.kind === 'comma') return next?.kind === 'preposition' && elementAt(draft.chunks, at - 2)?.kind === 'noun'
  return before?.kind === 'adverb' && elementAt(draft.chunks, at - 2)?.kind === 'noun' && agentNext
}

function isBy(draft: Draft, at: number): boolean {
  const chunk = draft.chunks[at] as Chunk
  return (draft.closed(draft.words.form[chunk.first]?.id ?? 0) & FUNCTION.by) !== 0
}

function reducedRelative(draft: Draft, at: number): FoundSubject {
  const noun = previousNoun(draft, at)
  const subject = noun < 0 ? null : nounEndingAt(draft, noun)
  const first = (draft.chunks[at] as Chunk).first
  return { kind: 'participle', subject, antecedentObject: null, first, governor: -1, reduced: true }
}

function previousNoun(draft: Draft, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) if (draft.chunks[i]?.kind === 'noun') return i
  return -1
}

function nounEndingAt(draft: Draft, at: number): TokenRange {
  const start = startOfNoun(draft.words, draft.chunks, at)
  return { first: (draft.chunks[start] as Chunk).first, last: (draft.chunks[at] as Chunk).last }
}

/** An infinitive or gerund: its subject is the governor's object where one stands between, else the governor's subject. */
function governed(draft: Draft, at: number, kind: ClauseKind): FoundSubject {
  const first = (draft.chunks[at] as Chunk).first
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const index = draft.clauseOf[i] ?? -1
    if (index < 0) continue
    const governor = draft.clauses[index] as Clause
    if (kind === 'infinitive' && governor.kind === 'infinitive' && draft.chunks[at - 1]?.kind === 'coordinator')
      return {
        kind,
        subject: governor.subject,
        antecedentObject: null,
        first,
        governor: governor.governor,
        reduced: false,
      }
    const between = draft.chunks.slice(i + 1, at).some((c) => c.kind === 'noun')
    const ofGerund = kind === 'participle' && elementAt(draft.chunks, at - 1)?.kind === 'preposition'
    const passed = kind === 'infinitive' || ofGerund
    const made = kind === 'infinitive' && USING.test(draft.words.form[governor.verb]?.lower ?? '')
    const subject = between && governor.object && passed && !made ? governor.object : governor.subject
    return { kind, subject, antecedentObject: null, first, governor: index, reduced: false }
  }
  const clipped = kind === 'infinitive' && draft.chunks[at - 1]?.kind === 'noun' ? nounEndingAt(draft, at - 1) : null
  return {
    kind,
    subject: clipped,
    antecedentObject: null,
    first: clipped?.first ?? first,
    governor: -1,
    reduced: false,
  }
}

/** "used the truce to rearm": who uses it rearms, not the truce. */
const USING = /^(?:us(?:e|es|ed|ing)|exploit(?:s|ed|ing)?)$/

function finite(draft: Draft, at: number, chunk: Chunk): FoundSubject {
  const { chunks, words } = draft
  let joined = false
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const here = chunks[i] as Chunk
    if (here.kind === 'relative') {
      if (isClosedRelative(draft, i, at, joined)) continue
      return relativeTo(draft, i, null)
    }
    if (here.kind === 'subordinator') return found('subordinate', null, here.last)
    if (here.kind === 'coordinator') joined = true
    if (here.kind === 'noun') {
      const start = startOfNoun(words, chunks, i)
      const before = elementAt(chunks, start - 1)
      if (before?.kind === 'preposition') {
        if (elementAt(chunks, start - 2)?.kind === 'relative')
          return found('main', nounFrom(draft, start, i), here.first)
        i = start - 1
        continue
      }
      if (before?.kind === 'relative') return relativeTo(draft, start - 1, nounFrom(draft, start, i))
      if (isObjectOfEarlier(draft, start, i, at)) continue
      if (isNoDoer(draft, here, i)) continue
      if (isApposition(draft, start, i)) {
        i = start - 1
        continue
      }
      const subject = extendNoun(words, chunks, start)
      const range = { first: subject.first, last: Math.max(subject.last, here.last) }
      return found(kindBefore(before), range, firstOfClause(draft, start))
    }
    if (here.kind === 'verb') {
      const earlier = elementAt(draft.clauses, draft.clauseOf[i] ?? -1)
      if (!earlier) continue
      if (earlier.kind === 'relative' && !joined) continue
      if (joined && earlier.kind !== 'infinitive' && earlier.kind !== 'participle') {
        return found('coordinate', earlier.subject, chunk.first)
      }
      if (earlier.kind === 'main' || earlier.kind === 'coordinate' || earlier.kind === 'subordinate') {
        return found('coordinate', earlier.subject, chunk.first)
      }
    }
  }
  return found('main', null, chunk.first)
}

/** "the League, which holds the list, got …": a relative clause that has its verb already is passed over on the way back. */
function isClosedRelative(draft: Draft, relative: number, at: number, joined: boolean): boolean {
  if (joined) return false
  for (let i = relative + 1; i < at; i++) if ((draft.clauseOf[i] ?? -1) >= 0) return true
  return false
}

/** Whether what stands before a comma is what a verb governs, and so no fronted adverbial. */
function followsVerb({ chunks }: Draft, comma: number): boolean {
  for (let i = comma - 1; i >= 0; i--) {
    const { kind } = chunks[i] as Chunk
    if (kind === 'verb') return true
    if (kind !== 'noun' && kind !== 'preposition' && kind !== 'adverb' && kind !== 'comma' && kind !== 'quote')
      return false
  }
  return false
}

function found(kind: ClauseKind, subject: TokenRange | null, first: number): FoundSubject {
  return { kind, subject, antecedentObject: null, first, governor: -1, reduced: false }
}

function nounFrom(draft: Draft, start: number, end: number): TokenRange {
  return { first: (draft.chunks[start] as Chunk).first, last: (draft.chunks[end] as Chunk).last }
}

function kindBefore(before: Chunk | undefined): ClauseKind {
  if (before?.kind === 'subordinator') return 'subordinate'
  return before?.kind === 'coordinator' ? 'coordinate' : 'main'
}

/** The relative stands for the noun group before it: as the subject, or as the object where the clause has its own subject. */
function relativeTo(draft: Draft, at: number, own: TokenRange | null): FoundSubject {
  const { chunks } = draft
  let noun = at - 1
  const preposition = elementAt(chunks, noun)?.kind === 'preposition'
  if (preposition) noun--
  while (noun >= 0 && (chunks[noun]?.kind === 'comma' || chunks[noun]?.kind === 'quote')) noun--
  const antecedent =
    elementAt(chunks, noun)?.kind === 'noun' ? nounEndingAt(draft, own ? noun : agreeing(draft, noun, at)) : null
  const first = (chunks[preposition ? at - 1 : at] as Chunk).first
  if (own) {
    const antecedentObject = preposition ? null : antecedent
    return { kind: 'relative', subject: own, antecedentObject, first, governor: -1, reduced: false }
  }
  return { kind: 'relative', subject: antecedent, antecedentObject: null, first, governor: -1, reduced: false }
}

const PLURAL_FORMS = new Set(['are', 'were', 'have'])
const SINGULAR_FORMS = new Set(['is', 'was', 'has'])

/** "joint patrols on the M4 which are to start": where verb and nearest noun differ in number, the noun further back that fits. */
function agreeing({ words, chunks }: Draft, noun: number, relative: number): number {
  const verb = chunks[relative + 1]
  const form = verb?.kind === 'verb' ? (words.form[verb.first]?.lower ?? '') : ''
  const plural = PLURAL_FORMS.has(form)
  if (!plural && !SINGULAR_FORMS.has(form)) return noun
  for (let i = noun; i >= Math.max(0, noun - 4); i -= 2) {
    if (chunks[i]?.kind !== 'noun') break
    if (isPlural(words.form[(chunks[i] as Chunk).head]?.lower ?? '') === plural) return i
    if (elementAt(chunks, i - 1)?.kind !== 'preposition') break
  }
  return noun
}

function isPlural(lower: string): boolean {
  return (
    (lower.endsWith('s') && !lower.endsWith('ss')) || lower.endsWith('men') || lower === 'people' || lower === 'police'
  )
}

/** A noun group behind an earlier verb is that verb's object, unless it stands right before the verb at hand ("said the patrol was"). */
function isObjectOfEarlier(draft: Draft, start: number, end: number, at: number): boolean {
  const earlier = elementAt(draft.clauses, elementAt(draft.clauseOf, start - 1) ?? -1)
  if (!earlier) return false
  return end !== at - 1 || earlier.kind === 'relative' || earlier.kind === 'infinitive' || earlier.kind === 'participle'
}

/** A time or a measure does nothing; "there" only stands for a subject right before "be". */
function isNoDoer({ words, chunks }: Draft, chunk: Chunk, at: number): boolean {
  const lower = words.form[chunk.head]?.lower ?? ''
  if (lower === 'there') return chunks[at + 1]?.kind !== 'verb'
  return isTimeWord(lower) || /^\d+$/.test(lower)
}

/** "groups in Idlib, Syria, refuse": between two commas and behind another noun group stands only more about that one. */
function isApposition({ chunks }: Draft, start: number, end: number): boolean {
  return (
    chunks[end + 1]?.kind === 'comma' &&
    elementAt(chunks, start - 1)?.kind === 'comma' &&
    elementAt(chunks, start - 2)?.kind === 'noun'
  )
}

/** Fronted adverbials belong to the clause: back from the subject to whatever ends the clause before. */
function firstOfClause(draft: Draft, subject: number): number {
  let i = subject
  while (i > 0) {
    const before = draft.chunks[i - 1] as Chunk
    const open =
      before.kind === 'preposition' || before.kind === 'noun' || before.kind === 'adverb' || before.kind === 'comma'
    if (!open || (before.kind === 'comma' && followsVerb(draft, i - 1))) break
    i--
  }
  if (elementAt(draft.chunks, i - 1)?.kind === 'verb') i = subject
  while (draft.chunks[i]?.kind === 'comma') i++
  return (draft.chunks[i] as Chunk).first
}
