/**
 * Words and marks that lead from a cue to what is said, or at which it may begin. Their order is part of the trained model:
 * append only, and train anew.
 */
export const LINK_WORDS = [
  'that',
  'to',
  ',',
  ':',
  '“',
  '"',
  'whether',
  'if',
  'how',
  'what',
  'why',
  'as',
  'of',
  'for',
  'on',
  'about',
  '.',
  'by',
  'with',
  'in',
  'his',
  'their',
  'he',
  'they',
  'it',
  'she',
  'would',
  'will',
  'who',
  'which',
  'and',
  'but',
  'while',
  'because',
  'against',
] as const

/** For each link number whether content may begin at the word itself (numbers from 1). */
export const BEGINS_CONTENT: Uint8Array = Uint8Array.from([
  0,
  ...LINK_WORDS.map((word) => (beginners().has(word) ? 1 : 0)),
])

function beginners(): ReadonlySet<string> {
  return new Set([
    'that',
    'to',
    'of',
    'for',
    'as',
    'whether',
    'if',
    'how',
    'what',
    'why',
    'who',
    'which',
    'about',
    'on',
    'and',
    'but',
    'while',
    'because',
    'against',
    'with',
    'in',
  ])
}
