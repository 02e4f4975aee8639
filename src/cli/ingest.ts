import type { Command } from 'commander'

/** The options of `truceline ingest`, as given. */
export interface IngestCommandOptions {
  readonly into: string
  readonly retry?: true
  readonly case?: string
}

/** Declares `truceline ingest`. */
export function registerIngest(program: Command): void {
  program
    .command('ingest')
    .summary('take pages into a case')
    .description(
      'Takes pages into a case: the raw page is kept, sealed and hashed, beside what was read from it. Run again, it goes on where it stopped.',
    )
    .argument(
      '[file...]',
      'pages (HTML, PDF, text), folders, .zip or .tar.gz of them, .wacz or .warc, .eml or .mbox, feeds, .ndjson of reports, addresses',
    )
    .requiredOption('--into <store>', 'the case: a directory, or postgres://…?schema=…')
    .option('--retry', 'try again every page that could not be had or read')
    .option('--case <dir>', 'the folder whose actors and places to go by (default: cases/idlib-2020)')
    .addHelpText(
      'after',
      '\nExamples:\n  $ truceline ingest pages/ reports.ndjson --into ./idlib\n  $ truceline ingest --retry --into ./idlib',
    )
    .action(async (files: readonly string[], options: IngestCommandOptions, command: Command) => {
      const { runIngest } = await import('./casework/run-ingest.ts')
      return runIngest(files, options, (message) => command.error(`error: ${message}`))
    })
}
