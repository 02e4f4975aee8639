/**
 * Drawing: a reading set out for a person in a terminal: the page's own sentences, and under each the claims that it makes.
 * Pure: columns and style are handed in. Nothing of a page reaches the terminal but printable text.
 */
export { drawReading } from './draw-reading.ts'
export type { Look } from './look.ts'
