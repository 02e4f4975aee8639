import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Result } from '../../base/result.ts'
import {
  matchEventTables,
  readEventTable,
  readTaxonomy,
  type EventPair,
  type EventTableFailure,
  type Taxonomy,
} from '../../corroborate/index.ts'
import { refuse, write } from '../terminal/index.ts'
import type { CorroborateCommandOptions } from '../corroborate.ts'

const TAXONOMY_FILE = /^taxonomy-(.+)\.csv$/

/** Pairs two event tables from CSV files and writes the pairs. */
export async function runMatchEvents(
  files: readonly string[],
  format: CorroborateCommandOptions['format'],
  fail: (message: string) => never,
): Promise<void> {
  const [a, b, ...more] = files
  if (a === undefined || b === undefined || more.length > 0)
    return fail(`--events takes two tables, got ${files.length}`)
  const tables = [readFile(a, readEventTable), readFile(b, readEventTable)] as const
  const taxonomies = readTaxonomies(dirname(a))
  if (!tables[0] || !tables[1] || !taxonomies) return
  await write(formatPairs(matchEventTables(tables[0], tables[1], { taxonomies }), format))
}

function readTaxonomies(folder: string): ReadonlyMap<string, Taxonomy> | null {
  const taxonomies = new Map<string, Taxonomy>()
  for (const file of readdirSync(folder)) {
    const name = TAXONOMY_FILE.exec(file)?.[1]
    if (name === undefined) continue
    const taxonomy = readFile(join(folder, file), readTaxonomy)
    if (!taxonomy) return null
    taxonomies.set(name, taxonomy)
  }
  return taxonomies
}

/** The file's content; null, and told on stderr, where it is refused. */
function readFile<T>(file: string, read: (csv: string) => Result<T, EventTableFailure>): T | null {
  let csv: string
  try {
    csv = readFileSync(file, 'utf8')
  } catch (error) {
    refuse({ code: 'file-unreadable', message: `${file}: ${error instanceof Error ? error.message : String(error)}` })
    return null
  }
  const result = read(csv)
  if (result.ok) return result.value
  refuse({ code: result.failure.code, message: `${file}:${result.failure.line}: ${result.failure.message}` })
  return null
}

function formatPairs(pairs: readonly EventPair[], format: CorroborateCommandOptions['format']): string {
  if (format === 'json') return `${JSON.stringify(pairs)}\n`
  if (format === 'ndjson') return pairs.map((pair) => `${JSON.stringify(pair)}\n`).join('')
  return pairs.map(({ a, b, score }) => `${a}\t${b}\t${score.toFixed(2)}\n`).join('')
}
