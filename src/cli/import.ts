import { Option, type Command } from 'commander'

/** What `truceline import` takes. csv, geojson, kml and geopackage are exports of another record. */
const IMPORT_FORMATS = ['ucdp-ged', 'acled', 'csv', 'geojson', 'kml', 'geopackage', 'submissions'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** Declares `truceline import`. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .summary('take the rows of an event table, features or submissions into a case')
    .description(
      'Every row becomes an entry with all its columns, or is refused with its line and reason; a changed row supersedes.',
    )
    .argument('<file>', 'a table, features, or submissions of a Kobo or ODK form as JSON')
    .addOption(new Option('--as <kind>', 'what it is').choices(IMPORT_FORMATS).makeOptionMandatory())
    .requiredOption('--into <store>', 'the case: a directory, or postgres://…?schema=…')
    .addHelpText('after', EXAMPLES)
    .action(async (table: string, options: { readonly as: ImportFormat; readonly into: string }) => {
      const { runImport } = await import('./casework/run-import.ts')
      return runImport(table, options.as, options.into)
    })
}

const EXAMPLES = `
Examples:
  $ truceline import ged.csv --as ucdp-ged --into ./syria
  $ truceline import incidents.geojson --as geojson --into ./idlib
  $ truceline import kobo.json --as submissions --into ./idlib`
