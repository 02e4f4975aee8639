import { createWriteStream } from 'node:fs'
import { addToTally, EMPTY_TALLY, type ImportTally, type RowRefusal } from '../../import/index.ts'
import { tellRefusal, write } from '../terminal/index.ts'

/** Refused rows told on stderr; a table of the news can have thousands. */
const TOLD = 20

/** Tells what became of the rows of an import. */
export interface Telling {
  readonly add: (name: string, tally: ImportTally, refusals: readonly RowRefusal[]) => void
  readonly finish: () => Promise<void>
}

/** Counts rows over all tables; refused ones go to a file, or the first of them to stderr. */
export function createTelling(refusedPath: string | undefined): Telling {
  const file = refusedPath === undefined ? null : createWriteStream(refusedPath)
  const codes = new Map<string, number>()
  let [tally, told] = [EMPTY_TALLY, 0]
  return {
    add: (name, more, refusals) => {
      tally = addToTally(tally, more)
      for (const refusal of refusals) {
        codes.set(refusal.code, (codes.get(refusal.code) ?? 0) + 1)
        if (file) file.write(`${JSON.stringify({ table: name, ...refusal })}\n`)
        else if (told++ < TOLD) tellRefusal({ ...refusal, message: `${name}: ${refusal.message}` })
      }
    },
    finish: async () => {
      if (file) await new Promise<void>((resolve) => file.end(resolve))
      if (told > TOLD)
        process.stderr.write(`truceline: … and ${told - TOLD} more rows; --refused FILE writes them all\n`)
      await write(drawTally(tally, codes))
    },
  }
}

function drawTally(
  { rows, added, changed, unchanged, refused }: ImportTally,
  codes: ReadonlyMap<string, number>,
): string {
  const reasons = [...codes].map(([code, count]) => `${count} ${code}`).join(', ')
  const sum = `${rows} rows = ${added} added + ${changed} changed + ${unchanged} unchanged + ${refused} refused`
  return `${sum}${reasons === '' ? '' : ` (${reasons})`}\n`
}
