import { contentWords, nameBits } from '../claims/content-words.ts'

/** Who says something, as far as reports tell. */
export interface SpeakerName {
  /** voice: the outlet itself; unnamed: "sources", "residents". */
  readonly kind: 'named' | 'unnamed' | 'voice'
  /** The name as told, or the outlet's. */
  readonly name: string
  /** The neutral actor id where the case knows one. */
  readonly actor: string | null
  /** The words of the name, brought to one form. */
  readonly words: ReadonlySet<string>
}

/** Words that name one thing in speakers' names; both sides as `contentWords` gives them. */
const ONE_FORM = new Map(
  Object.entries({
    military: 'defence',
    defense: 'defence',
    mod: 'defence ministry',
    department: 'ministry',
    office: 'ministry',
    minister: 'ministry',
    centre: 'center',
    mfa: 'foreign ministry',
    moscow: 'russian',
    russia: 'russian',
    kremlin: 'russian',
    ankara: 'turkish',
    turkey: 'turkish',
    damascus: 'syrian',
    syria: 'syrian',
    kyiv: 'ukrainian',
    ukraine: 'ukrainian',
  }).map(([word, form]) => [formOf(word), contentWords(form)]),
)
/** Offices that many have: a name of such words alone names nobody beyond its own report. */
const OFFICES = new Set(
  `ministry defence foreign center command army government officials official spokesman spokeswoman spokesperson statement police president general
  colonel commander chief head leader chairman source forces force agency council mission commission joint`
    .split(/\s+/)
    .map(formOf),
)

/** A speaker's name in comparable words. */
export function speakerName(kind: SpeakerName['kind'], name: string, actor: string | null): SpeakerName {
  return { kind, name, actor, words: new Set(contentWords(name).flatMap((word) => ONE_FORM.get(word) ?? word)) }
}

/**
 * Whether two names, told by different reports, may be one speaker's: the same actor id, or every word of the shorter name in the longer and not
 * an office alone, unless both are the same.
 */
export function areAlikeNames(a: SpeakerName, b: SpeakerName): boolean {
  if (a.actor !== null && b.actor !== null) return a.actor === b.actor
  const [short, long] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words]
  if (short.size === 0) return false
  const shared = [...short].filter((word) => long.has(word))
  if (shared.length === short.size)
    return long.size === short.size || shared.some((word) => !OFFICES.has(word)) || shared.length >= 2
  // "Russian Foreign Minister Lavrov", "Sergei Lavrov": a surname shared, the rest told by one only.
  return shared.length >= 2 && shared.length >= 0.6 * short.size && shared.some((word) => !OFFICES.has(word))
}

/** Thirty-two bits that stand for the words of a named speaker, as nameBits; 0 for any other. */
export function speakerBits(name: SpeakerName | undefined): number {
  return name?.kind === 'named' ? nameBits([...name.words].join(' ')) : 0
}

/** Whether the second mention may stand for the first in one report: "the ministry" for "the Ministry of Defence". */
export function isShortFor(full: SpeakerName, mention: SpeakerName): boolean {
  return mention.words.size > 0 && [...mention.words].every((word) => full.words.has(word))
}

function formOf(word: string): string {
  return contentWords(word)[0] ?? word
}
