import { Option, type Command } from 'commander'

/** Tables that are known by name. Said again here, so that help needs no more than this file. */
const TABLES = ['ucdp-ged', 'acled', 'gdelt-events', 'gdelt-mentions'] as const
/** Documents that are turned into tables first: exports of another record, and submissions of a form. */
const DOCUMENTS = ['csv', 'geojson', 'kml', 'geopackage', 'submissions'] as const

/** What `truceline import` takes by name. */
export type ImportFormat = (typeof TABLES)[number] | (typeof DOCUMENTS)[number]

/** The options of `truceline import`, as given. */
export interface ImportOptions {
  readonly as?: ImportFormat
  readonly mapping?: string
  readonly with?: string
  readonly into: string
  readonly refused?: string
  readonly case?: string
}

/** Declares `truceline import`. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .summary('take the rows of an event table, features or submissions into a case')
    .description(
      'Every row becomes an entry with all its columns, or is refused with its line and reason. Imported again, unchanged rows are nothing and a changed row supersedes.',
    )
    .argument(
      '<file...>',
      'tables, or .zip and .tar.gz archives of them; features; submissions of a Kobo or ODK form as JSON',
    )
    .addOption(new Option('--as <kind>', 'what it is').choices([...TABLES, ...DOCUMENTS]))
    .option('--mapping <file>', 'a mapping file for any other table; data/import/README.md tells its form')
    .option('--with <table>', 'the table that the rows belong to: the GDELT events of gdelt-mentions')
    .requiredOption('--into <store>', 'the case: a directory, or postgres://…?schema=…')
    .option(
      '--refused <file>',
      'write every refused row there, one JSON object a line (default: the first 20 are told)',
    )
    .option('--case <dir>', 'the folder whose places and roads to go by (default: cases/idlib-2020)')
    .addHelpText('after', EXAMPLES)
    .action(async (tables: readonly string[], options: ImportOptions, command: Command) => {
      const { runImport } = await import('./casework/run-import.ts')
      return runImport(tables, options, (message) => command.error(`error: ${message}`))
    })
}

const EXAMPLES = `
Examples:
  $ truceline import ged.csv --as ucdp-ged --into ./syria
  $ truceline import 20200316.mentions.CSV.zip --as gdelt-mentions --with 20200316.export.CSV.zip --into ./syria
  $ truceline import kobo.json --as submissions --into ./idlib
  $ truceline import posts.csv --mapping posts.yaml --into ./idlib`
