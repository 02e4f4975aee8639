/**
 * Backups of a case: the whole record in one file of lines, gzipped, that either engine can be restored from. `backUpCase` reads while
 * others go on writing; `restoreCase` checks every line, hash, signature and digest before anything is kept.
 * `auditBackup` does the same checks with no store and no key, for whoever is handed the file. The private signing key is only ever in a backup that was asked to hold it.
 */
export { auditBackup } from './audit-backup.ts'
export { backUpCase, type BackupOptions, type BackupTold } from './back-up-case.ts'
export { BACKUP_CODES, type BackupFailure } from './failure.ts'
export { restoreCase, type RestoreOptions, type RestoreTold } from './restore-case.ts'
