import { done, failed, type Result } from '../../base/result.ts'
import type { Count, Harm } from '../../model/index.ts'
import { rowFault, type RowFault } from '../failure.ts'
import type { HarmMapping, Mapping } from '../mapping/mapping.ts'
import { readNumber } from './numbers.ts'
import type { RowText } from './row-text.ts'

/** Reads who was killed and injured; null where the row tells of neither. */
export function readHarm(row: RowText, mapping: Mapping): Result<Harm | null, RowFault> {
  const killed = readCount(row, mapping.killed)
  if (!killed.ok) return killed
  const injured = readCount(row, mapping.injured)
  if (!injured.ok) return injured
  return done(killed.value || injured.value ? { killed: killed.value, injured: injured.value } : null)
}

function readCount(row: RowText, harm: HarmMapping | undefined): Result<Count | null, RowFault> {
  if (!harm) return done(null)
  return harm.count === undefined ? readRange(row, harm) : readPlainCount(row, harm)
}

function readPlainCount(row: RowText, harm: HarmMapping): Result<Count | null, RowFault> {
  const count = readPersons(row, harm.count)
  if (!count.ok) return count
  if (count.value === null || (count.value === 0 && harm.zeroIsUntold)) return done(null)
  return done({ min: count.value, max: harm.atLeast ? null : count.value })
}

/** A few rows of real tables have a low above the high: the range then spans whatever was told. */
function readRange(row: RowText, { low, best, high }: HarmMapping): Result<Count | null, RowFault> {
  const told: number[] = []
  for (const column of [low, best, high]) {
    const count = readPersons(row, column)
    if (!count.ok) return count
    if (count.value !== null) told.push(count.value)
  }
  return done(told.length === 0 ? null : { min: Math.min(...told), max: Math.max(...told) })
}

function readPersons(row: RowText, column: string | undefined): Result<number | null, RowFault> {
  const told = row.told(column)
  if (told === null) return done(null)
  const count = readNumber(told)
  if (count !== null && Number.isSafeInteger(count) && count >= 0) return done(count)
  return failed(rowFault('number-unreadable', column ?? null, told, 'a number of persons'))
}
