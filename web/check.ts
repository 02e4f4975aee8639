import { compile } from '@inlang/paraglide-js'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { MESSAGES } from './messages.config.ts'

// Checks the pages' types and accessibility: compiles the messages first, since a string that is missing is a type error. Ends by itself,
// because the compiler of messages leaves timers behind.
process.chdir(import.meta.dirname)
await compile({ ...MESSAGES, emitTsDeclarations: true, strategy: [...MESSAGES.strategy] })
const bin = (name: string): string => join(import.meta.dirname, '..', 'node_modules', '.bin', name)
const run = (name: string, ...args: readonly string[]): number =>
  spawnSync(bin(name), args, { stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1
const failed = run('svelte-kit', 'sync') || run('svelte-check', '--fail-on-warnings', '--output', 'human')
process.exit(failed)
