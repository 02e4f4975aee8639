import type { Command } from 'commander'
import type { RecordOptions } from './assessing/with-assessed.ts'
import { withAsOf, withRecordOptions } from './record-options.ts'

/** The options of `truceline assess`, as given. */
export interface AssessOptions extends RecordOptions {
  readonly explain?: string
  readonly clause?: string
  readonly outcome?: string
  readonly format: 'text' | 'json' | 'ndjson'
}

/** Declares `truceline assess`. */
export function registerAssess(program: Command): void {
  const command = program
    .command('assess')
    .summary('how everything in the record bears on each obligation')
    .description(
      'Weighs incidents, patrols, deadlines and silence against each obligation of the agreement. Each finding says its reasons.',
    )
  withAsOf(withRecordOptions(command))
    .option('--explain <finding>', 'one finding in full: claims, versions, rule, obligation')
    .option('--clause <id>', 'of this clause only')
    .option('--outcome <outcome>', 'breach, consistent, fulfilled, fulfilled-in-part, not-covered or cannot-tell')
    .addHelpText(
      'after',
      '\nExamples:\n  $ truceline assess\n  $ truceline assess --as-of 2020-03-16 --clause c3\n  $ truceline assess --explain c3.patrols/2020-03-23-m4',
    )
    .action(async (location: string | undefined, options: AssessOptions, self: Command) => {
      const { runAssess } = await import('./assessing/run-assess.ts')
      return runAssess(location, options, (message) => self.error(`error: ${message}`))
    })
}
