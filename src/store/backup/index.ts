/**
 * Backups: what a copy of a store must hold, read out and written back on either engine. Entries with their sealed parts, checkpoints and
 * keys' public halves make the record; projections are computed anew; people are copied only when asked for, sessions never.
 * Hashes come from whoever restores: nothing is taken over unchecked.
 */
export { PEOPLE_TABLES, readPeople, writePerson, type PeopleTable, type PersonRow } from './people-tables.ts'
export { readPartsBetween, type PartOfEntry } from './sealed-parts-between.ts'
export { writeLogStretch, type LogStretchToWrite } from './write-log-stretch.ts'
