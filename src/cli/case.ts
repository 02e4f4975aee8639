import type { Command } from 'commander'

/** Declares `truceline case init|load|status|rebuild`. */
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
    .option('--from <dir>', "a case's folder: its reports, decisions and coverage are put into the log")
    .addHelpText(
      'after',
      '\nExample:\n  $ truceline case init ./idlib --name monitoring.example/idlib --from cases/idlib-2020',
    )
    .action(async (store: string, options: { readonly name: string; readonly from?: string }) => {
      const { runCaseInit } = await import('./casework/run-case.ts')
      return runCaseInit(store, options.name, options.from)
    })
  group
    .command('load')
    .description("put a folder's reports, decisions and coverage into the log; again, only what is new")
    .argument('<store>', 'the case')
    .requiredOption('--from <dir>', 'the folder')
    .addHelpText('after', '\nExample:\n  $ truceline case load ./idlib --from cases/idlib-2020')
    .action(async (store: string, options: { readonly from: string }) => {
      const { runCaseLoad } = await import('./casework/run-case.ts')
      return runCaseLoad(store, options.from)
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
