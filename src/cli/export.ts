import { Option, type Command } from 'commander'

/** What `truceline export` can write. */
const FORMATS = ['geojson', 'csv', 'acled', 'ucdp-ged', 'plover', 'kml', 'geopackage'] as const

/** The options of `truceline export`, as given. */
export interface ExportOptions {
  readonly as: (typeof FORMATS)[number]
  readonly out?: string
  readonly from?: string
  readonly to?: string
  readonly status?: string
  readonly columns: 'all' | 'theirs'
  readonly case?: string
}

/** Declares `truceline export`. */
export function registerExport(program: Command): void {
  program
    .command('export')
    .summary('write the incidents of a case in a format of the field')
    .description(
      'Writes incidents with their origins and both axes. What a format has no room for is told on stderr (docs/formats.md).',
    )
    .argument('<store>', 'the case')
    .addOption(new Option('--as <format>', 'the format').choices(FORMATS).makeOptionMandatory())
    .option('--out <file>', 'where to write it (default: standard output; a GeoPackage needs a file)')
    .option('--from <day>', 'first day, YYYY-MM-DD')
    .option('--to <day>', 'last day, YYYY-MM-DD')
    .option('--status <validity>', 'alleged, under-verification, verified, refuted, cannot-be-verified')
    .addOption(
      new Option('--columns <which>', 'for acled and ucdp-ged: with our own columns beside theirs, or theirs alone')
        .choices(['all', 'theirs'])
        .default('all'),
    )
    .option('--case <dir>', 'the folder whose actors to go by (default: cases/idlib-2020)')
    .addHelpText('after', EXAMPLES)
    .action(async (store: string, options: ExportOptions, command: Command) => {
      const { runExport } = await import('./exchanging/run-export.ts')
      return runExport(store, options, (message) => command.error(`error: ${message}`))
    })
}

const EXAMPLES = `
Examples:
  $ truceline export ./idlib --as geojson --out incidents.geojson
  $ truceline export ./syria --as ucdp-ged --columns theirs > ged.csv`
