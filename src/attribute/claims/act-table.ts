import type { Vocabulary } from '../../base/words/index.ts'
import type { Act, Modality } from '../../model/index.ts'
import type { ActLexicon, FrameEntry } from './act-lexicon.ts'
import { nounForms, verbForms, type IrregularVerbs } from './inflection.ts'

/** How many 32-bit numbers hold a set of word classes. */
export const CLASS_WIDTH = 5

/** A set of word classes: bit `n % 32` of number `n / 32` for class n. */
export type ClassSet = readonly number[]

/** A frame ready for matching: words as vocabulary numbers, classes as bits. */
export interface Frame {
  readonly name: string
  readonly act: Act
  /** Number of a word that must follow the verb or stand before the noun ("cut short", "human shield"); 0 if none. */
  readonly partner: number
  readonly subject: ClassSet | null
  readonly object: ClassSet | null
  readonly any: ClassSet | null
  /** As `any`, asked besides it. */
  readonly also: ClassSet | null
  /** What the frame's target role names must hold one of them. */
  readonly upon: ClassSet | null
  readonly none: ClassSet | null
  readonly governor: ClassSet | null
  readonly page: ClassSet | null
  readonly voice: 'active' | 'passive' | null
  readonly actor: string
  readonly target: string
  /** The clause must name who does it: a bare casualty is no act. */
  readonly doer: boolean
  /** The verb must be negated, and the negation is part of the act ("did not let them in"). */
  readonly negated: boolean
  /** A noun that needs no verb of happening and no actor, target or count to be news. */
  readonly bare: boolean
  readonly modality: Modality | null
  readonly wide: boolean
  readonly confidence: number
  /** How many conditions it sets: the most specific frame wins. */
  readonly specificity: number
}

/** What a verb may do for an act that stands as its noun. */
export const SUPPORT = { doing: 1, happening: 2, noting: 4, ending: 8 } as const

/** The acts' lexicon by vocabulary number. */
export interface ActTable {
  /** Frames of each vocabulary number, those that ask most first. */
  readonly verbFrames: readonly (readonly Frame[] | undefined)[]
  readonly nounFrames: readonly (readonly Frame[] | undefined)[]
  readonly supports: Uint8Array
  /** Classes of each vocabulary number, CLASS_WIDTH numbers a word. */
  readonly classes: Int32Array
  /** The classes that the rules themselves ask for. */
  readonly named: Readonly<Record<NamedClass, ClassSet>>
}

/** Classes that the rules in this folder ask for by name; the lexicon must define them. */
const NAMED_CLASSES = [
  'place',
  'zone',
  'road',
  'forces',
  'person',
  'civilian',
  'planning',
  'demanding',
  'trying',
  'refusing',
  'shading',
  'theatre',
  'peacetime',
  'device',
  'shell',
  'killer',
  'weekday',
] as const

export type NamedClass = (typeof NAMED_CLASSES)[number]

/** Enters the lexicon into the vocabulary. Throws RangeError on a class that is used but not defined. */
export function buildActTable(lexicon: ActLexicon, vocabulary: Vocabulary): ActTable {
  const irregular = readIrregular(lexicon)
  const classes = numberClasses(lexicon)
  const members = new Map<number, ClassSet>()
  for (const [name, list] of Object.entries(lexicon.nouns)) {
    for (const word of list.flatMap(nounForms)) addMember(members, vocabulary.add(word), classOf(classes, name))
  }
  for (const [name, list] of Object.entries(lexicon.verbs)) {
    for (const word of list.flatMap((w) => verbForms(w, irregular))) {
      addMember(members, vocabulary.add(word), classOf(classes, name))
    }
  }
  const verbFrames: Frame[][] = []
  const nounFrames: Frame[][] = []
  for (const [at, entry] of lexicon.frames.entries()) {
    enterVerbs(verbFrames, entry, at, vocabulary, classes, irregular)
    enterNouns(nounFrames, entry, at, vocabulary, classes)
  }
  for (const frames of [...verbFrames, ...nounFrames]) frames?.sort(byDemand)
  const supports = supportTable(lexicon, vocabulary, irregular)
  const table = new Int32Array(vocabulary.size() * CLASS_WIDTH)
  for (const [id, set] of members) table.set(set, id * CLASS_WIDTH)
  const dense = (frames: Frame[][]) => Array.from({ length: vocabulary.size() }, (_, id) => frames[id])
  return {
    // read for every token: an array with holes would be kept as a slow dictionary
    verbFrames: dense(verbFrames),
    nounFrames: dense(nounFrames),
    supports,
    classes: table,
    named: nameClasses(classes),
  }
}

/** The frame with more conditions goes first, of equals the surer, then the one that the lexicon has first. */
function byDemand(a: Frame, b: Frame): number {
  return b.specificity + b.confidence - (a.specificity + a.confidence)
}

function readIrregular(lexicon: ActLexicon): IrregularVerbs {
  return new Map(lexicon.irregular.map(([lemma = '', ...rest]) => [lemma, rest]))
}

function numberClasses(lexicon: ActLexicon): ReadonlyMap<string, number> {
  const all = [...new Set([...Object.keys(lexicon.nouns), ...Object.keys(lexicon.verbs)])]
  const most = 32 * CLASS_WIDTH
  if (all.length > most) throw new RangeError(`acts lexicon: ${all.length} word classes, expected ${most} at most`)
  return new Map(all.map((name, i) => [name, i]))
}

function classOf(classes: ReadonlyMap<string, number>, name: string): ClassSet {
  const bit = classes.get(name)
  if (bit === undefined) throw new RangeError(`acts lexicon: class '${name}' is used but not defined`)
  return Array.from({ length: CLASS_WIDTH }, (_, i) => (i === bit >> 5 ? 1 << (bit & 31) : 0))
}

function nameClasses(classes: ReadonlyMap<string, number>): Readonly<Record<NamedClass, ClassSet>> {
  const named = NAMED_CLASSES.map((name) => [name, classOf(classes, name)] as const)
  return Object.fromEntries(named) as Record<NamedClass, ClassSet>
}

function setOf(classes: ReadonlyMap<string, number>, names: readonly string[] | undefined): ClassSet | null {
  if (!names) return null
  return names.map((n) => classOf(classes, n)).reduce(union)
}

function addMember(members: Map<number, ClassSet>, id: number, set: ClassSet): void {
  const known = members.get(id)
  members.set(id, known ? union(known, set) : set)
}

function union(a: ClassSet, b: ClassSet): ClassSet {
  return a.map((bits, i) => bits | (b[i] ?? 0))
}

function enterVerbs(
  table: Frame[][],
  entry: FrameEntry,
  at: number,
  vocabulary: Vocabulary,
  classes: ReadonlyMap<string, number>,
  irregular: IrregularVerbs,
): void {
  for (const word of entry.verbs ?? []) {
    const [lemma = '', partner] = word.split('_')
    const frame = frameOf(entry, `${entry.act}/verb:${word}#${at}`, partner, vocabulary, classes)
    for (const form of verbForms(lemma, irregular)) (table[vocabulary.add(form)] ??= []).push(frame)
  }
}

function enterNouns(
  table: Frame[][],
  entry: FrameEntry,
  at: number,
  vocabulary: Vocabulary,
  classes: ReadonlyMap<string, number>,
): void {
  for (const word of entry.nouns ?? []) {
    const parts = word.split('_')
    const head = parts.at(-1) ?? ''
    const partner = parts.length > 1 ? parts[0] : undefined
    const frame = frameOf(entry, `${entry.act}/noun:${word}#${at}`, partner, vocabulary, classes)
    for (const form of nounForms(head)) (table[vocabulary.add(form)] ??= []).push(frame)
  }
}

function frameOf(
  entry: FrameEntry,
  name: string,
  partner: string | undefined,
  vocabulary: Vocabulary,
  classes: ReadonlyMap<string, number>,
): Frame {
  const conditions = [
    entry.subject,
    entry.object,
    entry.any,
    entry.also,
    entry.upon,
    entry.governor,
    entry.page,
    entry.negated,
    partner,
  ]
  return {
    name,
    act: entry.act,
    partner: partner === undefined ? 0 : vocabulary.add(partner),
    subject: setOf(classes, entry.subject),
    object: setOf(classes, entry.object),
    any: setOf(classes, entry.any),
    also: setOf(classes, entry.also),
    upon: setOf(classes, entry.upon),
    none: setOf(classes, entry.none),
    governor: setOf(classes, entry.governor),
    page: setOf(classes, entry.page),
    voice: entry.voice ?? null,
    actor: entry.actor ?? 'subject',
    target: entry.target ?? 'object',
    doer: entry.doer ?? false,
    negated: entry.negated ?? false,
    bare: entry.bare ?? false,
    modality: entry.modality ?? null,
    wide: entry.wide ?? false,
    confidence: entry.confidence ?? 0.7,
    specificity: conditions.filter((c) => c !== undefined).length + (entry.voice ? 0.5 : 0),
  }
}

function supportTable(lexicon: ActLexicon, vocabulary: Vocabulary, irregular: IrregularVerbs): Uint8Array {
  const bits = new Map<number, number>()
  for (const [name, list] of Object.entries(lexicon.supports)) {
    for (const form of list.flatMap((w) => verbForms(w, irregular))) {
      const id = vocabulary.add(form)
      bits.set(id, (bits.get(id) ?? 0) | SUPPORT[name as keyof typeof SUPPORT])
    }
  }
  const table = new Uint8Array(vocabulary.size())
  for (const [id, value] of bits) table[id] = value
  return table
}
