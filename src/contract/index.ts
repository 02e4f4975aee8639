/**
 * Contract: what http, cli and web share: the shapes on the wire as schemas, and every error code with its meaning.
 * Offsets on the wire are UTF-16 code units; a span's text is always the exact slice.
 * Imports model and base only. Shapes here never change their meaning; new members are added.
 */
export { ERROR_CODES, type ErrorCode } from './errors.ts'
export { pageSchema, type WirePage } from './page.ts'
export { readingSchema, type WireReading } from './reading.ts'
export { toWire } from './to-wire.ts'
