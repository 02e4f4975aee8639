/**
 * The store: one SQL schema on embedded PGlite (a directory) and on PostgreSQL with PostGIS (`postgres://`). Entries of the log are the
 * truth and are only ever appended; reports, claims and incidents are projections that can be emptied and written anew.
 * Migrations are numbered files in migrations/, queries one a file in queries/, plain SQL that both engines take alike.
 * Hashing and signing are handed in (`ExtendLog`), so that this folder needs only `model` and `base`.
 */
export {
  appendEntries,
  type Appended,
  type EntryToAppend,
  type ExtendLog,
  type LogExtension,
} from './append-entries.ts'
export { entryKey, importRowKey } from './entry-keys.ts'
export { STORE_CODES, type StoreCode, type StoreFailure } from './failure.ts'
export { openStore, type OpenOptions } from './open-store.ts'
export { prepareEmbedded } from './engines/embedded.ts'
export { findEntries, type FoundEntry } from './queries/find-entries.ts'
export {
  readCheckpointAt,
  readCheckpoints,
  readCosignedCheckpoints,
  readLastCheckpoint,
  writeCheckpoint,
} from './queries/checkpoints.ts'
export { lockLog } from './queries/lock-log.ts'
export { readKindsSince } from './queries/kinds-since.ts'
export { findLastEntry } from './queries/last-entry.ts'
export { listEntries, type EntryLine } from './queries/list-entries.ts'
export { readTreeNodes } from './queries/read-tree-nodes.ts'
export { readLeaves } from './queries/read-leaves.ts'
export { readLogRows, strayColumn, strayNodes, type LogRow } from './queries/read-log-rows.ts'
export { readLeavesAt } from './queries/read-leaves-at.ts'
export { eraseSealedPart, readSealedParts, type StoredPart } from './queries/sealed-parts.ts'
export { readLogSize } from './queries/read-log-size.ts'
export { addLogKey, readLogKeys } from './queries/log-keys.ts'
export { readEntriesOfKinds } from './queries/read-entries-of-kinds.ts'
export { readEntries, parseLeaf, type IndexedEntry } from './read-entries.ts'
export type { Database, Sql, SqlValue } from './sql.ts'
