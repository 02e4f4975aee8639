/**
 * Corroborates: claims of many reports become incidents, in which every claim is kept, origins (not outlets) are counted and contradictions
 * are named; and two tables of events are paired. Pure: no file, clock or random number. Imports only `model` and `base`.
 */
export { readEventTable, type EventTable, type EventTableFailure } from './event-tables/event-table.ts'
export { matchEventTables, type EventPair, type EventTableOptions } from './event-tables/match-event-tables.ts'
export { readTaxonomy, type Taxonomy } from './event-tables/taxonomy.ts'
export { countWordRarity, type WordRarity } from './claims/word-rarity.ts'
export { corroborate } from './corroborate.ts'
export { Corroborator, type CorroborateOptions } from './corroborator.ts'
