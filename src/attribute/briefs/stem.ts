/**
 * The stem of an English word in lower case, so that "negotiates", "negotiated" and "negotiating" are one: endings of verbs and plurals
 * off, a doubled or silent last letter too. Cruder than a lemma; irregular forms keep their own stem.
 */
export function stemOf(lower: string): string {
  if (lower.length < 4) return lower
  const bare = withoutEnding(lower)
  // The e of "agreed" went with its ending.
  const short = bare.endsWith('e') && !lower.endsWith('ed') ? bare.slice(0, -1) : bare
  return short.length > 3 && short.at(-1) === short.at(-2) ? short.slice(0, -1) : short
}

function withoutEnding(word: string): string {
  if (word.endsWith('ies') || word.endsWith('ied')) return `${word.slice(0, -3)}y`
  if (word.endsWith('ing') && word.length > 5) return word.slice(0, -3)
  if (word.endsWith('ed') && word.length > 4) return word.slice(0, -2)
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}
