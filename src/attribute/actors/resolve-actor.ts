import type { ActorRegister } from './actor-register.ts'

/** Answers the neutral id of whom some words name; null where the case knows none, or where they name several. */
export type ActorResolver = (words: string) => string | null

/** Phrases remembered between calls; past that the memory starts anew. */
const MAX_MEMORY = 50_000
/** Longest phrase looked at, in words. */
const MAX_WORDS = 40

interface Alias {
  readonly words: readonly string[]
  readonly id: string
}

/**
 * A resolver over a case's actors. The longest name found in the words wins ("the Russian Foreign Ministry's press department" is the
 * ministry); two actors of equal standing in one phrase ("Russia and Turkey") are not one, so the answer is null unless the case
 * has a name for both together.
 */
export function createActorResolver(register: ActorRegister): ActorResolver {
  const byFirst = indexAliases(register)
  let memory = new Map<string, string | null>()
  return (words) => {
    const known = memory.get(words)
    if (known !== undefined) return known
    if (memory.size >= MAX_MEMORY) memory = new Map()
    const id = resolve(foldWords(words).slice(0, MAX_WORDS), byFirst)
    memory.set(words, id)
    return id
  }
}

function indexAliases(register: ActorRegister): ReadonlyMap<string, readonly Alias[]> {
  const byFirst = new Map<string, Alias[]>()
  for (const actor of register) {
    for (const name of [actor.name, ...actor.names]) {
      const words = foldWords(name)
      const first = words[0]
      if (first === undefined) continue
      const list = byFirst.get(first) ?? []
      list.push({ words, id: actor.id })
      byFirst.set(first, list)
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

function resolve(words: readonly string[], byFirst: ReadonlyMap<string, readonly Alias[]>): string | null {
  const found: (Alias & { readonly at: number })[] = []
  for (let at = 0; at < words.length;) {
    const alias = byFirst.get(words[at] ?? '')?.find((a) => standsAt(words, at, a.words))
    if (alias) found.push({ ...alias, at })
    at += alias ? alias.words.length : 1
  }
  const longest = Math.max(0, ...found.map((f) => f.words.length))
  const ids = new Set(found.filter((f) => f.words.length === longest).map((f) => f.id))
  if (ids.size === 1) return [...ids][0] ?? null
  return ids.size > 1 && !isJoined(words) ? (found.find((f) => f.words.length === longest)?.id ?? null) : null
}

function isJoined(words: readonly string[]): boolean {
  return words.includes('and') || words.includes('&')
}

function standsAt(words: readonly string[], at: number, alias: readonly string[]): boolean {
  return alias.every((word, i) => words[at + i] === word)
}

/** Words for comparing names: lower case, without diacritics, Arabic marks, possessives and punctuation; hyphens part words. */
export function foldWords(text: string): string[] {
  return text
    .slice(0, 1_000)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u064b-\u065f\u0670]/g, '')
    .replaceAll(/[’'`ʼ]s\b/g, '')
    .replaceAll(/[’'`ʼ]/g, '')
    .toLowerCase()
    .replaceAll(/[أإآ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '' && word !== 'the' && word !== 'a' && word !== 'an')
}
