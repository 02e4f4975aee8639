import { createProgram } from './program.ts'
import { runProgram } from './terminal/index.ts'

await runProgram(createProgram(), process.argv)
