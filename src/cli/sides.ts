import type { Command } from 'commander'
import type { RecordOptions } from './assessing/with-assessed.ts'
import { withAsOf, withRecordOptions } from './record-options.ts'

/** The options of `truceline sides`, as given. */
export interface SidesOptions extends RecordOptions {
  readonly format: 'text' | 'json' | 'ndjson'
}

/** Declares `truceline sides`. */
export function registerSides(program: Command): void {
  withAsOf(
    withRecordOptions(
      program.command('sides').summary('what each side reported, confirmed, disputed, never mentioned'),
    ),
  )
    .description(
      "Keeps each side's own ledger apart and sets the same days side by side. Silence is neither a denial nor a confirmation.",
    )
    .addHelpText('after', '\nExample:\n  $ truceline sides --as-of 2020-03-31')
    .action(async (location: string | undefined, options: SidesOptions, self: Command) => {
      const { runSides } = await import('./assessing/run-sides.ts')
      return runSides(location, options, (message) => self.error(`error: ${message}`))
    })
}
