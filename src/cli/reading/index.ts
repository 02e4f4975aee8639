/**
 * Reading: what `truceline read` does: pages from files, standard input or lines of JSON; readings drawn for people or written as JSON.
 * Lines are streamed, their order is kept, and one that cannot be read answers with a code while the rest go on.
 * Loaded only when the command runs.
 */
export { withReadable } from './input.ts'
export { runRead } from './run-read.ts'
