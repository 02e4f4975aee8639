/**
 * Exchange at work: the incidents of an open case in the formats of the field, and documents of others on their way into a case. Joins the
 * store, the pure formats of exchange/ and GDAL, which makes and reads GeoPackages. Part of the composition root.
 */
export { loadExchangeRules } from './case-rules.ts'
export { readExchangedIncidents, readSourceRows } from './read-exchange.ts'
export { createSources, TABLE_KINDS, type ReadSources, type TableChoice, type TableKind } from './table-sources.ts'
export type { TableFailure } from './tables-at.ts'
export { writeExport } from './write-export.ts'
