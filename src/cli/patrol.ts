import { Option, type Command } from 'commander'
import { registerPatrolEntries } from './patrol-entries.ts'

/** The options of `truceline patrol plan`, as given. */
export interface PlanOptions {
  readonly road?: string
  readonly from?: string
  readonly to?: string
  readonly at?: string
  readonly asOf?: string
  readonly basis?: 'recorded' | 'published'
  readonly set?: readonly string[]
  readonly figures?: boolean
  readonly format: 'text' | 'json'
}

/** The options of `truceline patrol history` and `show`, as given. */
export interface HistoryOptions {
  readonly asOf?: string
  readonly basis?: 'recorded' | 'published'
  readonly format: 'text' | 'json' | 'ndjson'
}

/** The options of `truceline patrol stats`, as given. */
export interface StatsOptions {
  readonly road: string
  readonly asOf?: string
  readonly basis?: 'recorded' | 'published'
  readonly format: 'text' | 'json'
}

const AS_OF = ['--as-of <day>', 'as it was known at the end of that day, YYYY-MM-DD'] as const
const BASIS = () =>
  new Option('--basis <basis>', 'what “known” means in a store: recorded by then, or published by then').choices([
    'recorded',
    'published',
  ])
const CASE = 'a case’s folder or store (default: cases/idlib-2020)'

/** Declares `truceline patrol plan|history|…`. */
export function registerPatrol(program: Command): void {
  const group = program
    .command('patrol')
    .summary('plan, log and review joint patrols')
    .description('Plans joint patrols, keeps what each side tells of them, and counts what was driven.')
    .addHelpText(
      'after',
      '\nExample:\n  $ truceline patrol plan --road M4 --from trumba --to ain-al-hawr --at 2020-03-15T09:00',
    )
  group
    .command('plan')
    .description('propose how to drive a road: whole, shortened, round, at another hour, or another day')
    .argument('[case]', CASE)
    .option('--road <road>', 'a road of the case, M4')
    .option('--from <place>', 'a place of the road or the case, or a kilometre')
    .option('--to <place>', 'the same')
    .option('--at <time>', 'local time of departure, YYYY-MM-DDThh:mm')
    .option(...AS_OF)
    .addOption(BASIS())
    .option('--set <name=value...>', 'change a figure')
    .option('--figures', 'show every figure that plans rest on, and stop')
    .addOption(formatOption(['text', 'json']))
    .addHelpText(
      'after',
      '\nExample:\n  $ truceline patrol plan --road M4 --from trumba --to ain-al-hawr --at 2020-03-15T09:00 --as-of 2020-03-15',
    )
    .action(async (location: string | undefined, options: PlanOptions, command: Command) => {
      const { runPlan } = await import('./patrols/run-plan.ts')
      return runPlan(location, options, (message) => command.error(`error: ${message}`))
    })
  group
    .command('history')
    .description('list the patrols, each side’s account beside the others')
    .argument('[case]', CASE)
    .option(...AS_OF)
    .addOption(BASIS())
    .addOption(formatOption(['text', 'json', 'ndjson']))
    .addHelpText('after', '\nExample:\n  $ truceline patrol history --as-of 2020-05-31')
    .action(async (location: string | undefined, options: HistoryOptions, command: Command) => {
      const { runHistory } = await import('./patrols/run-history.ts')
      return runHistory(location, options, (message) => command.error(`error: ${message}`))
    })
  group
    .command('show')
    .description('show one patrol: accounts, sources, what the sides differ in, the incidents on it')
    .argument('<patrol>', 'its id, 2020-03-15-m4, or its day')
    .argument('[case]', CASE)
    .option(...AS_OF)
    .addOption(BASIS())
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', '\nExample:\n  $ truceline patrol show 2020-08-25')
    .action(async (patrol: string, location: string | undefined, options: HistoryOptions) => {
      const { runShow } = await import('./patrols/run-show.ts')
      return runShow(patrol, location, options)
    })
  group
    .command('stats')
    .description('count what was driven of what was obliged, by week')
    .argument('[case]', CASE)
    .option('--road <road>', 'a road of the case', 'M4')
    .option(...AS_OF)
    .addOption(BASIS())
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', '\nExample:\n  $ truceline patrol stats --road M4')
    .action(async (location: string | undefined, options: StatsOptions) => {
      const { runStats } = await import('./patrols/run-stats.ts')
      return runStats(location, options)
    })
  registerPatrolEntries(group)
}

function formatOption(formats: readonly string[]): Option {
  return new Option('--format <format>', 'how to write it').choices(formats).default('text')
}
