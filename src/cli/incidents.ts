import { Option, type Command } from 'commander'

/** The options of `truceline incidents`, as given. */
export interface IncidentsOptions {
  readonly act?: readonly string[]
  readonly actor?: string
  readonly place?: string
  readonly near?: string
  readonly km: string
  readonly from?: string
  readonly to?: string
  readonly status?: string
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
    .option('--act <act...>', 'any of these acts')
    .option('--actor <actor>', 'an actor’s id, or a name')
    .option('--place <name>', 'at a place of that name')
    .option('--near <place>', 'a place of the case, or LAT,LON')
    .option('--km <km>', 'how near', '5')
    .option('--from <day>', 'first day, YYYY-MM-DD')
    .option('--to <day>', 'last day, YYYY-MM-DD')
    .option('--status <validity>', 'alleged, under-verification, verified, refuted, cannot-be-verified')
    .option('--origins <n>', 'at least so many independent origins')
    .option('--limit <n>', 'at most so many')
    .option('--as-of <day>', 'as it was known at the end of that day (UTC), YYYY-MM-DD')
    .option('--case <dir>', 'the folder whose places to go by (default: cases/idlib-2020)')
    .addOption(new Option('--format <format>', 'how to write them').choices(['text', 'json', 'ndjson']).default('text'))
    .addHelpText('after', '\nExample:\n  $ truceline incidents ./idlib --near Saraqib --km 5 --origins 2')
    .action(async (store: string, options: IncidentsOptions, command: Command) => {
      const { runIncidents } = await import('./casework/run-incidents.ts')
      return runIncidents(store, options, (message) => command.error(`error: ${message}`))
    })
}
