import { Option, type Command } from 'commander'

/** The options of `truceline case witness`, as given. */
export interface WitnessOptions {
  readonly side: string
  readonly key: string
  readonly by: string
  readonly reason: string
}

/** The options of `truceline case backup`, as given. */
export interface BackupCommandOptions {
  readonly output: string
  readonly withKey?: true
  readonly withPeople?: true
}

/** The options of `truceline case restore`, as given. */
export interface RestoreOptions {
  readonly into: string
  readonly key?: string
  readonly case?: string
}

/** Declares `truceline case init|load|status|rebuild|witness|backup|restore`. */
export function registerCase(program: Command): void {
  const group = program
    .command('case')
    .summary('make a case, see how it stands, compute it anew, keep it safe')
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
    .description('what there is of each kind, what waits for people, who witnesses the log, and its last checkpoint')
    .argument('<store>', 'the case')
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  $ truceline case status ./idlib')
    .action(async (store: string, { format }: { readonly format: 'text' | 'json' }) => {
      const { runCaseStatus } = await import('./casework/run-status.ts')
      return runCaseStatus(store, format)
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
  registerKeeping(group)
}

/** The commands by which a case outlives its machine and its keeper. */
function registerKeeping(group: Command): void {
  group
    .command('witness')
    .description('name the witness of a side, who cosigns the log’s checkpoints; a later one takes its place')
    .argument('<store>', 'the case')
    .requiredOption('--side <side>', 'whose witness it is, as ru')
    .requiredOption('--key <verifier>', 'its verifier key, name+id+base64, or a file with it; never its private half')
    .requiredOption('--by <person>', 'who records it')
    .requiredOption('--reason <words>', 'by which letter or decision; kept in the log')
    .addHelpText(
      'after',
      '\nExample:\n  $ truceline case witness ./idlib --side ru --key ru.witness.key --by chair --reason "letter of 6 March"',
    )
    .action(async (store: string, options: WitnessOptions) => {
      const { runCaseWitness } = await import('./casework/run-case.ts')
      return runCaseWitness(store, options)
    })
  group
    .command('backup')
    .description('write the whole record to one file: entries, sealed parts, checkpoints, keys’ public halves, digests')
    .argument('<store>', 'the case')
    .requiredOption('-o, --output <file>', 'where to; an existing file is never overwritten')
    .option('--with-key', 'also the log’s private signing key: whoever has the file can then sign for the log')
    .option('--with-people', 'also people with their roles, passwords’ and tokens’ hashes; never sessions')
    .addHelpText('after', '\nExample:\n  $ truceline case backup ./idlib -o idlib-2020-03-16.backup')
    .action(async (store: string, options: BackupCommandOptions) => {
      const { runCaseBackup } = await import('./casework/run-backup.ts')
      return runCaseBackup(store, options)
    })
  group
    .command('restore')
    .description('make a case from a backup, on either engine, and verify it; the store must not be there yet')
    .argument('<backup>', 'the file')
    .requiredOption('--into <store>', 'a directory, or postgres://user@host/database?schema=name')
    .option(
      '--key <file>',
      'the log’s private signing key, where the backup has none (default: where the store keeps it)',
    )
    .option('--case <dir>', 'the folder whose actors and places to go by (default: cases/idlib-2020)')
    .addHelpText('after', '\nExample:\n  $ truceline case restore idlib-2020-03-16.backup --into ./idlib --key log.key')
    .action(async (backup: string, options: RestoreOptions) => {
      const { runCaseRestore } = await import('./casework/run-backup.ts')
      return runCaseRestore(backup, options)
    })
}

const EXAMPLES = `
Examples:
  $ truceline case init ./idlib --name monitoring.example/idlib
  $ truceline case status ./idlib
  $ truceline case backup ./idlib -o idlib.backup`
