import type { Command } from 'commander'
import type { RecordOptions } from './assessing/with-assessed.ts'
import { withAsOf, withRecordOptions } from './record-options.ts'

/** The options of `truceline status`, as given. */
export interface StatusOptions extends RecordOptions {
  readonly days?: boolean
  readonly format: 'text' | 'json' | 'ndjson'
}

/** Declares `truceline status`. */
export function registerStatus(program: Command): void {
  withAsOf(
    withRecordOptions(program.command('status').summary('how the ceasefire holds, clause by clause, in figures')),
  )
    .description(
      'Incidents alleged, corroborated and verified, quiet days, trend, and what was watched. A zero that nobody watched is printed as "not watched".',
    )
    .option('--days', 'day by day, with the incidents')
    .addHelpText('after', '\nExamples:\n  $ truceline status --as-of 2020-03-31\n  $ truceline status ./idlib --days')
    .action(async (location: string | undefined, options: StatusOptions, self: Command) => {
      const { runStatus } = await import('./assessing/run-status.ts')
      return runStatus(location, options, (message) => self.error(`error: ${message}`))
    })
}
