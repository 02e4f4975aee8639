import { Option, type Command } from 'commander'

/** Said again here, so that help needs no more than this file. */
const VALIDITIES = ['alleged', 'under-verification', 'suspended', 'verified', 'refuted', 'cannot-be-verified'] as const

/** The options of `truceline incidents`, as given. */
export interface IncidentsOptions {
  readonly act?: readonly string[]
  readonly actor?: string
  readonly place?: string
  readonly near?: string
  readonly km?: string
  readonly road?: string
  readonly fromKm?: string
  readonly toKm?: string
  readonly zone?: string
  readonly from?: string
  readonly to?: string
  readonly status?: (typeof VALIDITIES)[number]
  readonly responsibility?: string
  readonly origins?: string
  readonly limit?: string
  readonly asOf?: string
  readonly case?: string
  readonly format: 'text' | 'json' | 'ndjson'
}

/** Declares `truceline incidents`. */
export function registerIncidents(program: Command): void {
  program
    .command('incidents')
    .summary('list the incidents of a case')
    .description('Lists incidents with every origin’s version; all filters must hold.')
    .argument('<store>', 'the case')
    .option('--act <act...>', 'any of these acts (docs/glossary.md lists them)')
    .option('--actor <actor>', 'an actor’s id, or a name')
    .option('--place <name>', 'at a place of that name')
    .option('--near <place>', 'near a place of the case, a place that the record names, or LAT,LON')
    .option(
      '--km <km>',
      'how near to the place (default: 5), or how far off the road (default: as far as the case counts to it)',
    )
    .option('--road <road>', 'along a road of the case, as m4')
    .option('--from-km <km>', 'where the stretch of the road begins, by its chainage (default: its beginning)')
    .option('--to-km <km>', 'where it ends (default: its end)')
    .option('--zone <zone>', 'in a zone of the case')
    .option('--from <day>', 'first day, YYYY-MM-DD')
    .option('--to <day>', 'last day, YYYY-MM-DD')
    .addOption(new Option('--status <validity>', 'where it stands').choices(VALIDITIES))
    .option('--responsibility <state>', 'as disputed, or attributable:ACTOR')
    .option('--origins <n>', 'at least so many independent origins')
    .option('--limit <n>', 'at most so many')
    .option('--as-of <day>', 'as it was known at the end of that day (UTC), YYYY-MM-DD')
    .option('--case <dir>', 'the folder whose places to go by (default: cases/idlib-2020)')
    .addOption(new Option('--format <format>', 'how to write them').choices(['text', 'json', 'ndjson']).default('text'))
    .addHelpText('after', EXAMPLES)
    .action(async (store: string, options: IncidentsOptions, command: Command) => {
      const { runIncidents } = await import('./casework/run-incidents.ts')
      return runIncidents(store, options, (message) => command.error(`error: ${message}`))
    })
}

const EXAMPLES = `
Examples:
  $ truceline incidents ./idlib --near Saraqib --km 5 --origins 2
  $ truceline incidents ./idlib --road m4 --from-km 10 --to-km 45 --from 2020-03-15 --to 2020-03-31
  $ truceline incidents ./idlib --act shelling air-strike --as-of 2020-03-16`
