import { Option, type Command } from 'commander'

/** How incidents are written. text: drawn for people. json: one array. ndjson: one a line. */
export const INCIDENT_FORMATS = ['text', 'json', 'ndjson'] as const

/** The options of `truceline corroborate`, as given. */
export interface CorroborateCommandOptions {
  readonly from: 'ndjson'
  readonly format: (typeof INCIDENT_FORMATS)[number]
  readonly case?: string
  /** Two event tables to match instead of reports. */
  readonly events?: readonly string[]
}

/** Declares `truceline corroborate`. */
export function registerCorroborate(program: Command): void {
  program
    .command('corroborate')
    .summary('link what reports claim into incidents, origins counted; or pair two event tables')
    .description(
      'Reads reports and links their claims into incidents: every claim is kept, origins (not outlets) are counted, contradictions are named.',
    )
    .argument('[file...]', 'files of one JSON report a line; - or none for standard input')
    .addOption(new Option('--from <kind>', 'what the input is').choices(['ndjson']).default('ndjson'))
    .addOption(new Option('--format <format>', 'how to write the result').choices(INCIDENT_FORMATS).default('text'))
    .option('--case <dir>', 'the case whose actors and places to go by (default: cases/idlib-2020)')
    .option(
      '--events <csv...>',
      'pair the events of two tables instead; taxonomy-NAME.csv beside the first are their code books',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CorroborateCommandOptions, command: Command) => {
      const fail = (message: string): never => command.error(`error: ${message}`)
      if (options.events) {
        const { runMatchEvents } = await import('./corroborating/run-match-events.ts')
        return runMatchEvents(options.events, options.format, fail)
      }
      const { runCorroborate } = await import('./corroborating/run-corroborate.ts')
      return runCorroborate(files, options)
    })
}

const EXAMPLES = `
Examples:
  $ truceline corroborate --format ndjson < reports.ndjson > incidents.ndjson
  $ truceline corroborate reports.ndjson
  $ truceline corroborate --events ours.csv theirs.csv --format json`
