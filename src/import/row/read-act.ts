import { done, failed, type Result } from '../../base/result.ts'
import { rowFault, type RowFault } from '../failure.ts'
import type { ActMeaning, Mapping } from '../mapping/mapping.ts'
import type { RowText } from './row-text.ts'

/** What a row says was done. */
export interface RowAct {
  readonly meaning: ActMeaning
  /** The column whose code decided. */
  readonly column: string
  /** The entry of the mapping's table that it met. */
  readonly code: string
}

/** Looks the row's act up: the first column whose code the mapping knows decides. */
export function readAct(row: RowText, { act }: Mapping): Result<RowAct, RowFault> {
  for (const column of act.columns) {
    const told = row.told(column)
    const code = told === null ? null : act.match === 'prefix' ? longestPrefix(told, act.codes) : told
    if (code === null || !Object.hasOwn(act.codes, code)) continue
    const meaning = act.codes[code]
    if (meaning) return done({ meaning, column, code })
    return failed(rowFault('act-outside-record', column, told ?? '', 'a code that stands for an act of the record'))
  }
  const first = act.columns[0] ?? ''
  return failed(rowFault('act-unknown', first, row.told(first) ?? '', expectedCodes(Object.keys(act.codes))))
}

/** At most this many codes are named in a message. */
const MAX_NAMED = 8

/** Says which codes a mapping knows. */
export function expectedCodes(codes: readonly string[]): string {
  const named = codes.slice(0, MAX_NAMED).join(', ')
  return codes.length > MAX_NAMED ? `one of ${codes.length} codes such as ${named}` : `one of ${named}`
}

/** Longest code that is looked up by its beginnings. */
const MAX_CODE = 16

function longestPrefix(told: string, codes: { readonly [code: string]: unknown }): string | null {
  for (let length = Math.min(told.length, MAX_CODE); length > 0; length--)
    if (Object.hasOwn(codes, told.slice(0, length))) return told.slice(0, length)
  return null
}
