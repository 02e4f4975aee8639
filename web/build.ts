import { createBuilder } from 'vite'

// Builds the pages into web/build. A script of its own because the compiler of messages leaves timers behind that would keep
// the process alive for half a minute: it ends by itself when the build is written.
process.chdir(import.meta.dirname)
const builder = await createBuilder({ root: import.meta.dirname, logLevel: 'warn' })
await builder.buildApp()
process.exit(0)
