/**
 * Terminal: how every command talks: results to stdout, all else to stderr, colours only where they are seen.
 * Exit status 0 done, 1 the input was refused (with a coded message), 2 wrong usage. A reader that goes away ends the command quietly.
 * What comes from pages is stripped of control characters before a terminal sees it.
 */
export { isWatched, write } from './output.ts'
export { isolated, printable, printableLine } from './printable.ts'
export { createProgress, type Progress } from './progress.ts'
export { refuse, tellRefusal, type Refusal } from './refuse.ts'
export { runProgram } from './run-program.ts'
export { createStyle, type Style, type Tone } from './style.ts'
export { fitMiddle, widthOf, wrapText, type Paint } from './wrap-text.ts'
