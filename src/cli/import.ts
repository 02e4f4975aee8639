import { Option, type Command } from 'commander'

/** Declares `truceline import`. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .summary('take the rows of an event table into a case')
    .description(
      'Every row becomes an entry with all its columns, or is refused with its line and reason; a changed row supersedes.',
    )
    .argument('<table>', 'a CSV file')
    .addOption(new Option('--as <kind>', 'what table it is').choices(['ucdp-ged', 'acled']).makeOptionMandatory())
    .requiredOption('--into <store>', 'the case: a directory, or postgres://…?schema=…')
    .addHelpText('after', '\nExample:\n  $ truceline import ged.csv --as ucdp-ged --into ./syria')
    .action(async (table: string, options: { readonly as: 'ucdp-ged' | 'acled'; readonly into: string }) => {
      const { runImport } = await import('./casework/run-import.ts')
      return runImport(table, options.as, options.into)
    })
}
