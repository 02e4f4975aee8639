import type { Command } from 'commander'

/** Declares `truceline case init|status|rebuild`. */
export function registerCase(program: Command): void {
  const group = program
    .command('case')
    .summary('make a case, see how it stands, compute it anew')
    .description('A case is a store: a directory, or postgres://…?schema=…; its log is signed by a key beside it.')
    .addHelpText('after', EXAMPLES)
  group
    .command('init')
    .description('make an empty case and the key that signs its log')
    .argument('<store>', 'a directory, or postgres://user@host/database?schema=name')
    .requiredOption('--name <origin>', "the log's name in its checkpoints, as monitoring.example/idlib")
    .addHelpText('after', '\nExample:\n  $ truceline case init ./idlib --name monitoring.example/idlib')
    .action(async (store: string, options: { readonly name: string }) => {
      const { runCaseInit } = await import('./casework/run-case.ts')
      return runCaseInit(store, options.name)
    })
  group
    .command('status')
    .description('how many entries, reports, claims and incidents there are, and the last checkpoint')
    .argument('<store>', 'the case')
    .addHelpText('after', '\nExample:\n  $ truceline case status ./idlib')
    .action(async (store: string) => {
      const { runCaseStatus } = await import('./casework/run-case.ts')
      return runCaseStatus(store)
    })
  group
    .command('rebuild')
    .description('compute reports, claims and incidents anew from the log, and print the digest of what came out')
    .argument('<store>', 'the case')
    .option('--case <dir>', 'the folder whose actors and places to go by (default: cases/idlib-2020)')
    .addHelpText('after', '\nExample:\n  $ truceline case rebuild ./idlib')
    .action(async (store: string, options: { readonly case?: string }) => {
      const { runCaseRebuild } = await import('./casework/run-case.ts')
      return runCaseRebuild(store, options.case)
    })
}

const EXAMPLES = `
Examples:
  $ truceline case init ./idlib --name monitoring.example/idlib
  $ truceline case status ./idlib
  $ truceline case rebuild ./idlib`
