import type { AtomColumns } from './atoms.ts'
import { KIND } from './kinds.ts'

/**
 * Joins the number that ends the atoms with the number before it where the two are one: "twenty-four", "two hundred",
 * "nineteen ninety-four" (then it is a year). Answers the new count of atoms.
 */
export function joinNumbers(atoms: AtomColumns, count: number): number {
  const last = count - 1
  const hyphened = atoms.kind[last - 1] === KIND.hyphen
  const before = hyphened ? last - 2 : last - 1
  if (before < 0 || (atoms.kind[before] !== KIND.number && atoms.kind[before] !== KIND.year)) return count
  const joined = joinedNumber(atoms.value[before] ?? 0, atoms.value[last] ?? 0, hyphened)
  if (joined === null) return count
  atoms.kind[before] = isYear(joined) && atoms.value[last] !== 1000 ? KIND.year : KIND.number
  atoms.value[before] = joined
  atoms.last[before] = atoms.last[last] ?? 0
  return before + 1
}

function joinedNumber(head: number, tail: number, hyphened: boolean): number | null {
  if (tail < 10 && head >= 20 && head % 10 === 0 && (head < 100 || isYear(head))) return head + tail
  if (hyphened) return null
  if (tail === 100 || tail === 1000) return head > 0 && head < 1000 ? head * tail : null
  if ((head === 19 || head === 20) && tail >= 10 && tail < 100) return head * 100 + tail
  return null
}

function isYear(number: number): boolean {
  return number >= 1900 && number < 2100
}
