import { Option, type Command } from 'commander'
import type { RecordOptions } from './assessing/with-assessed.ts'
import { withRecordOptions } from './record-options.ts'

/** The options of `truceline diff`, as given. */
export interface DiffOptions extends RecordOptions {
  readonly from: string
  readonly to?: string
  readonly format: 'text' | 'json' | 'ndjson'
}

/** Declares `truceline diff`. */
export function registerDiff(program: Command): void {
  withRecordOptions(program.command('diff').summary('which findings changed between two days, and why'))
    .description(
      'Compares what was known at the end of two days: which findings are new, gone or changed, and by which claims or decisions.',
    )
    .requiredOption('--from <day>', 'the earlier day, YYYY-MM-DD')
    .option('--to <day>', 'the later day (default: all that is known)')
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json', 'ndjson']).default('text'))
    .addHelpText('after', '\nExample:\n  $ truceline diff --from 2020-03-15 --to 2020-03-16')
    .action(async (location: string | undefined, options: DiffOptions, self: Command) => {
      const { runDiff } = await import('./assessing/run-diff.ts')
      return runDiff(location, options, (message) => self.error(`error: ${message}`))
    })
}
