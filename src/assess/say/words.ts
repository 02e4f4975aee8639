import { ACT_WORDS, type Act } from '../../model/index.ts'

/** Longest quotation inside a sentence. */
const LONGEST_QUOTE = 140

/** An act for people. */
export function sayAct(act: Act): string {
  return ACT_WORDS[act].name
}

/** Words quoted, cut where they are long, on one line. */
export function quote(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_QUOTE ? `“${line.slice(0, LONGEST_QUOTE - 1)}…”` : `“${line}”`
}
