import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// a fifth of a second of every start; beside the project, not in a temporary folder, where others could plant code
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'truceline'))

const { createProgram } = await import('./program.ts')
const { runProgram } = await import('./terminal/index.ts')
await runProgram(createProgram(), process.argv)
