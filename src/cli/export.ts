import { Option, type Command } from 'commander'

/** What `truceline export` can write. */
const FORMATS = ['geojson', 'csv', 'acled', 'ucdp-ged', 'plover', 'kml', 'geopackage'] as const
/** The incidents' own proof: entries that others can verify offline. */
const BUNDLE = 'bundle'

/** The options of `truceline export`, as given. */
export interface ExportOptions {
  readonly as: (typeof FORMATS)[number]
  /** What a bundle holds. */
  readonly incident?: readonly string[]
  readonly entry?: readonly string[]
  readonly show?: readonly string[]
  readonly out?: string
  readonly from?: string
  readonly to?: string
  readonly status?: string
  readonly columns: 'all' | 'theirs'
  readonly case?: string
}

/** The options of `truceline export --as bundle`. */
export type BundleExport = Omit<ExportOptions, 'as'> & { readonly as: typeof BUNDLE }

/** Declares `truceline export`. */
export function registerExport(program: Command): void {
  program
    .command('export')
    .summary('write the incidents of a case in a format of the field, or entries with their proofs')
    .description(
      'Writes incidents with their origins and both axes. What a format has no room for is told on stderr (docs/formats.md). ' +
        'A bundle holds entries of the log with proofs, checkpoint and keys: `verify` checks it on any machine, with no store.',
    )
    .argument('<store>', 'the case')
    .addOption(new Option('--as <format>', 'the format').choices([...FORMATS, BUNDLE]).makeOptionMandatory())
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
    .option('--incident <id...>', 'for a bundle: all that these incidents rest on, reports, reviews, links, steps')
    .option('--entry <index...>', 'for a bundle: these entries')
    .option('--show <part...>', 'for a bundle: open these sealed parts, as page (default: what is sealed stays sealed)')
    .addHelpText('after', EXAMPLES)
    .action(async (store: string, options: ExportOptions | BundleExport, command: Command) => {
      if (options.as === BUNDLE) {
        const { runExportBundle } = await import('./casework/run-export-bundle.ts')
        return runExportBundle(store, options, (message) => command.error(`error: ${message}`))
      }
      const { runExport } = await import('./exchanging/run-export.ts')
      return runExport(store, options, (message) => command.error(`error: ${message}`))
    })
}

const EXAMPLES = `
Examples:
  $ truceline export ./idlib --as geojson --out incidents.geojson
  $ truceline export ./idlib --as bundle --incident 3c7e4f8c1d2a90b5 --out incident.bundle.json
  $ truceline export ./syria --as ucdp-ged --columns theirs > ged.csv`
