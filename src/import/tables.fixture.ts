import { readFileSync } from 'node:fs'
import type { RowRefusal } from './failure.ts'
import { importTable, type ImportedRow, type ImportRules } from './import-table.ts'
import type { Mapping } from './mapping/mapping.ts'
import { parseMapping } from './mapping/parse-mapping.ts'
import type { Chunks } from './table/read-table.ts'

/** The mapping that the house ships under a name. */
export function shippedMapping(name: string): Mapping {
  return mappingOf(readFileSync(new URL(`../../data/import/${name}.yaml`, import.meta.url), 'utf8'))
}

/** A mapping from its YAML; throws on a fault. */
export function mappingOf(yaml: string): Mapping {
  const mapping = parseMapping(yaml, 'mapping.yaml')
  if (!mapping.ok) throw new Error(mapping.failure.map((fault) => fault.message).join('\n'))
  return mapping.value
}

/** All that an import of a text, or of bytes, gives. */
export async function importAll(
  table: string | Uint8Array,
  rules: Mapping | ImportRules,
): Promise<{
  readonly rows: readonly ImportedRow[]
  readonly refusals: readonly RowRefusal[]
  readonly fault: RowRefusal | null
}> {
  const rows: ImportedRow[] = []
  const refusals: RowRefusal[] = []
  let fault: RowRefusal | null = null
  for await (const batch of importTable(inPieces(table), 'mapping' in rules ? rules : { mapping: rules })) {
    for (const row of batch.rows) rows.push(row)
    for (const refusal of batch.refusals) refusals.push(refusal)
    fault = batch.fault ?? fault
  }
  return { rows, refusals, fault }
}

/** The bytes of a file in small pieces, so that cuts fall everywhere. */
export function inPieces(table: string | Uint8Array, size = 7): Chunks {
  const bytes = typeof table === 'string' ? new TextEncoder().encode(table) : table
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
}

/** Prints rows as CSV, every cell quoted. */
export function printCsv(rows: readonly (readonly string[])[], lineBreak = '\n'): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  return rows.map((row) => row.map(cell).join(',') + lineBreak).join('')
}

/** Prints records that have the same columns as CSV with a header. */
export function printTable(records: readonly { readonly [column: string]: string }[]): string {
  const names = Object.keys(records[0] ?? {})
  return printCsv([names, ...records.map((record) => names.map((name) => record[name] ?? ''))])
}

/** An invented row in the columns of UCDP GED. */
export function ucdpRow(cells: { readonly [column: string]: string } = {}): { readonly [column: string]: string } {
  return {
    id: '900001',
    year: '2031',
    active_year: '1',
    type_of_violence: '1',
    conflict_name: 'Veldria: Government',
    dyad_name: 'Government of Veldria - Harrow Front',
    side_a: 'Government of Veldria',
    side_b: 'Harrow Front',
    number_of_sources: '2',
    source_office: 'Veldria Monitor;Lake Radio',
    source_date: '2031-04-03;2031-04-02',
    source_headline: 'Two soldiers die at the bridge of Osk',
    source_original: 'Veldrian Observatory',
    where_prec: '1',
    where_coordinates: 'Osk village',
    adm_1: 'Lakeside province',
    adm_2: 'NA',
    latitude: '12.5',
    longitude: '-45.25',
    country: 'Veldria',
    event_clarity: '1',
    date_prec: '1',
    date_start: '2031-04-01',
    date_end: '2031-04-01',
    deaths_a: '2',
    deaths_b: '0',
    low: '2',
    best: '2',
    high: '5',
    ...cells,
  }
}
