import { randomBytes } from 'node:crypto'
import { sealPart } from '../../ledger/index.ts'
import type { Entry } from '../../model/index.ts'
import type { EntryToAppend } from '../../store/index.ts'

/** Makes an entry with parts that can be withheld or erased: the entry commits to them, they are kept beside it. */
export function sealEntry(entry: Entry, parts: { readonly [name: string]: Uint8Array | string }): EntryToAppend {
  const sealed = Object.entries(parts).map(([name, part]) => {
    const salt = randomBytes(32)
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part
    return { commitment: sealPart(name, bytes, salt).commitment, stored: { name, salt, bytes } }
  })
  if (sealed.length === 0) return { entry }
  return {
    entry: { ...entry, sealed: sealed.map(({ commitment }) => commitment) },
    parts: sealed.map(({ stored }) => stored),
  }
}
