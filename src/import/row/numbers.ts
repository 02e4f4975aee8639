/** Longest number of a table. */
const MAX_CHARACTERS = 32

/** Reads a decimal number with a point; null if the text is no such number. */
export function readNumber(text: string): number | null {
  if (text.length > MAX_CHARACTERS || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}
