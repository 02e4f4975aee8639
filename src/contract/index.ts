/**
 * Contract: what http, cli and web share: the shapes on the wire as schemas, every error code with its meaning, roles and what each may do.
 * Offsets on the wire are UTF-16 code units; a span's text is always the exact slice.
 * Imports model and base only. Shapes here never change their meaning; new members are added.
 */
export { amendmentSchema } from './amendment.ts'
export { ERROR_CODES, type ErrorCode } from './errors.ts'
export { incidentLineSchema, incidentSchema, type WireIncident, type WireIncidentLine } from './incidents.ts'
export { pageSchema, type WirePage } from './page.ts'
export { denialOf, PERMISSIONS, type Denial, type Operation, type Permission } from './permissions.ts'
export { readingSchema, type WireReading } from './reading.ts'
export { entrySchema, reportFileSchema, reportLineSchema, takenInSchema, type WireEntry } from './reports.ts'
export { ROLES, ROLE_WORDS, SCOPES, type Caller, type Person, type Role, type Scope } from './roles.ts'
export { tablesLookSchema } from './tables.ts'
export { toWire } from './to-wire.ts'
