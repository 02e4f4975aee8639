/**
 * Event tables of others, UCDP GED, ACLED, GDELT 2 or any CSV, as entries of the log and claims of the record. A mapping (data/import,
 * or the user's own file) says what the columns mean; the code knows no dataset. Rows keep all their cells; a row is added, changed,
 * unchanged or refused with its line and reason, and the four always sum up to the rows of the file. Pure: bytes and rules in, values
 * out. Imports only `model` and `base`.
 */
export { IMPORT_CODES, type ImportCode, type RowFault, type RowRefusal } from './failure.ts'
export { importTable, type ImportBatch, type ImportedRow, type ImportRules } from './import-table.ts'
export { hashColumns } from './content-hash.ts'
export { readJoinedRows, type JoinedRows } from './joined-table.ts'
export { columnsOf, type Mapping } from './mapping/mapping.ts'
export { parseMapping } from './mapping/parse-mapping.ts'
export { readRow } from './row/read-row.ts'
export type { FindActor } from './row/read-sources.ts'
export { planAppend, type AppendPlan, type HeldRow } from './plan-append.ts'
export { addToTally, EMPTY_TALLY, type ImportTally } from './tally.ts'
export type { Chunks, Columns } from './table/read-table.ts'
