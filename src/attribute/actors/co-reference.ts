import type { Speaker } from '../../model/index.ts'
import type { Actor, ActorRegister } from './actor-register.ts'
import { foldWords, type ActorResolver } from './resolve-actor.ts'

/** Answers the actor of each speaker of a page, asked in the order of the text. One serves one page. */
export type SpeakerResolver = (speaker: Speaker) => string | null

/** How many speakers back a short form or a pronoun may reach. */
const REACH = 6

/** Short forms of the press for a body named before, and what the body's own name must hold. */
const SHORT_FORMS: readonly (readonly [RegExp, RegExp])[] = [
  [/^military department$/, /defen[cs]e|military/i],
  [/^(?:defen[cs]e|military) ministry$|^ministry of (?:national )?defen[cs]e$/, /defen[cs]e/i],
  [/^(?:foreign|diplomatic) (?:ministry|office|department)$|^ministry of foreign affairs$/, /foreign/i],
  [/^(?:ministry|department)$/, /ministry/i],
  [/^(?:cent(?:er|re)|coordination cent(?:er|re))$/, /cent(?:er|re)/i],
  [/^observatory$/, /observatory/i],
]

interface Mention {
  readonly words: ReadonlySet<string>
  readonly actor: Actor
}

/**
 * Makes resolvers, one for each page. They resolve speakers by name through the case's register, then short forms ("the ministry", "the military department")
 * and pronouns through who spoke before. A plural pronoun, an unnamed source and a body never named stay null.
 */
export function createSpeakerResolvers(actorOf: ActorResolver, register: ActorRegister): () => SpeakerResolver {
  const byId = new Map(register.map((actor) => [actor.id, { actor, words: foldWords(actor.name) }]))
  const fold = remembering(foldWords)
  return () => {
    const spoken: Mention[] = []
    return (speaker) => {
      const words = speaker.kind === 'named' ? fold(speaker.text) : [speaker.text.toLowerCase()]
      const id = idOf(speaker, words, actorOf, spoken)
      const known = id === null ? undefined : byId.get(id)
      if (known) spoken.unshift({ words: new Set([...words, ...known.words]), actor: known.actor })
      return id
    }
  }
}

/** Names remembered between pages; past that the memory starts anew. */
const MAX_MEMORY = 50_000

function remembering<T>(compute: (text: string) => T): (text: string) => T {
  let memory = new Map<string, T>()
  return (text) => {
    const known = memory.get(text)
    if (known !== undefined) return known
    if (memory.size >= MAX_MEMORY) memory = new Map()
    const made = compute(text)
    memory.set(text, made)
    return made
  }
}

function idOf(
  speaker: Speaker,
  words: readonly string[],
  actorOf: ActorResolver,
  spoken: readonly Mention[],
): string | null {
  if (speaker.kind === 'unnamed') return null
  if (speaker.kind === 'pronoun') return words[0] === 'they' || words[0] === 'we' ? null : (spoken[0]?.actor.id ?? null)
  return actorOf(speaker.text) ?? shortFormOf(words, spoken.slice(0, REACH))
}

function shortFormOf(words: readonly string[], spoken: readonly Mention[]): string | null {
  const text = words.join(' ')
  const form = SHORT_FORMS.find(([short]) => short.test(text))
  const named = form ? spoken.find(({ actor }) => form[1].test(actor.name)) : undefined
  const held = words.length > 1 ? spoken.find((m) => words.every((word) => m.words.has(word))) : undefined
  return (named ?? held)?.actor.id ?? null
}
