import { Option, type Command } from 'commander'

/** What a page is read as. auto: lines of JSON by the ending .ndjson or .jsonl, else what the bytes are. */
export const READ_KINDS = ['auto', 'text', 'html', 'pdf', 'ndjson'] as const
/** How readings are written. text: drawn for people. json: one reading. ndjson: one a line, in the order of the input. */
export const READ_FORMATS = ['text', 'json', 'ndjson'] as const

/** The options of `truceline read`, as given. */
export interface ReadOptions {
  readonly from: (typeof READ_KINDS)[number]
  readonly format: (typeof READ_FORMATS)[number]
  readonly case?: string
  readonly outlet?: string
  readonly url?: string
  readonly published?: string
  readonly title?: string
  /** Draw every sentence and what was left out, too. */
  readonly all?: true
}

/** Declares `truceline read`. */
export function registerRead(program: Command): void {
  program
    .command('read')
    .summary('read pages: who says that who did what, where and when')
    .description(
      'Reads pages of the press: every claim with its speaker, the relaying agency, the exact passage, place and day.',
    )
    .argument('[file...]', 'pages, or files of one JSON report a line; - or none for standard input')
    .addOption(new Option('--from <kind>', 'what the input is').choices(READ_KINDS).default('auto'))
    .addOption(new Option('--format <format>', 'how to write the readings').choices(READ_FORMATS).default('text'))
    .option('--case <dir>', 'the case whose actors and places to go by (default: cases/idlib-2020)')
    .option('--outlet <name>', 'who published the page')
    .option('--url <address>', 'where the page was found')
    .option('--published <date>', 'when the page was published; "on Sunday" is told from it')
    .option('--title <headline>', 'the headline')
    .option('--all', 'draw every sentence, and what was left out')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: ReadOptions, command: Command) => {
      const { runRead } = await import('./reading/index.ts')
      await runRead(files, options, (message) => command.error(`error: ${message}`))
    })
}

const EXAMPLES = `
Examples:
  $ truceline read page.html
  $ truceline read page.txt --outlet "Example News" --published 2020-03-16
  $ truceline read --from ndjson --format ndjson < reports.ndjson > readings.ndjson`
