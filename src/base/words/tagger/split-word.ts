/** Letters with full stops: "U.S.", "e.g." */
const INITIALS = /^(?:[a-z]\.)+$/i
/** The same, or on the way there: "U.S" */
const BEGUN_INITIALS = /^(?:[a-z]\.)+[a-z]?$/i
const HYPHEN = /[-–—]/

/** What decides where a word with marks inside it is cut. */
export interface WordRules {
  readonly isKnown: (spelling: string) => boolean
  readonly keptPrefixes: ReadonlySet<string>
  readonly keptSuffixes: ReadonlySet<string>
}

/** Where the mark in a word is one of its own, and what is a token by itself. */
export interface WordPart {
  readonly text: string
  readonly isMark: boolean
}

/** Cuts a word at full stops and hyphens, unless it is known as it stands or initials. */
export function splitWord(word: string, rules: WordRules): readonly WordPart[] {
  if (!word.includes('.') || rules.isKnown(word) || INITIALS.test(word)) return splitHyphens(word, rules)
  const isWhole = (text: string) => BEGUN_INITIALS.test(text) || (text.length > 2 && rules.isKnown(text))
  const parts: WordPart[] = []
  let built = ''
  const close = (next: string) => {
    if (built !== '') parts.push(...splitHyphens(built, rules))
    built = next
  }
  for (const piece of word.split(/(\.)/)) {
    if (isWhole(built + piece) || (built === '' && piece !== '.')) built += piece
    else {
      close(piece === '.' ? '' : piece)
      if (piece === '.') parts.push({ text: '.', isMark: true })
    }
  }
  close('')
  return parts
}

/** Cuts a compound at its hyphens: "ceasefire-monitoring", but not "ex-rebel", "mid-2019" or one that is known. */
function splitHyphens(word: string, { isKnown, keptPrefixes, keptSuffixes }: WordRules): readonly WordPart[] {
  const whole = [{ text: word, isMark: false }]
  if (!HYPHEN.test(word) || /[0-9]/.test(word) || isKnown(word)) return whole
  const words = word.split(HYPHEN)
  if (keptPrefixes.has(words[0] ?? '') || keptSuffixes.has(words.at(-1) ?? '')) return whole
  return word.split(/([-–—])/).flatMap((text, i) => (text === '' ? [] : [{ text, isMark: i % 2 === 1 }]))
}
