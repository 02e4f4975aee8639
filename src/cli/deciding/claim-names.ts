import type { ClaimReference } from '../../model/index.ts'

/** A claim as the command names it: its report's id, #, its place among the report's claims from 0. */
export function claimName({ report, claim }: ClaimReference): string {
  return `${report}#${claim}`
}

/** Reads a claim's name; null where it is none. A report's id may have a # of its own: the last one counts. */
export function parseClaimName(name: string): ClaimReference | null {
  const match = /^(.+)#(\d{1,9})$/su.exec(name)
  return match?.[1] ? { report: match[1], claim: Number(match[2]) } : null
}

/** Reads several; `wrongUsage` is told the first that is none. */
export function parseClaimNames(
  names: readonly string[],
  wrongUsage: (message: string) => never,
): readonly ClaimReference[] {
  return names.map((name) => parseClaimName(name) ?? wrongUsage(`claim: found ${name}, expected REPORT#NUMBER`))
}
