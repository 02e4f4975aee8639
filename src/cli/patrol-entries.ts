import { Option, type Command } from 'commander'

/** The options of `truceline patrol decide`, as given. */
export interface DecideOptions {
  readonly text: string
  readonly by: string
  readonly on?: string
  readonly plan?: string
  readonly road: string
  readonly from?: string
  readonly to?: string
  readonly departs?: string
  readonly note?: string
  readonly extend?: string
  readonly party?: string
  readonly until?: string
  readonly clause?: string
  readonly case?: string
}

/** The options of `truceline patrol sign`, as given. */
export interface SignOptions {
  readonly side: string
  readonly reason: string
  readonly by: string
  readonly decline?: boolean
}

/** The options of `truceline patrol log`, as given. */
export interface LogOptions {
  readonly side: string
  readonly outcome: string
  readonly says: string
  readonly by: string
  readonly number?: string
  readonly reason?: string
  readonly from?: string
  readonly departed?: string
  readonly passed?: readonly string[]
  readonly stopped?: readonly string[]
  readonly turnedBackAt?: string
  readonly returned?: string
  readonly source?: readonly string[]
  readonly case?: string
}

/** The options of `truceline patrol import`, as given. */
export interface ImportDriveOptions {
  readonly road: string
  readonly from?: string
  readonly to?: string
  readonly timeZone: string
  readonly into?: string
  readonly patrol?: string
  readonly side?: string
  readonly by?: string
  readonly case?: string
  readonly format: 'text' | 'json'
}

const STORE = 'the case’s store'
const BY = ['--by <person>', 'who records it'] as const
const FOLDER = ['--case <dir>', 'the folder whose roads and places to go by (default: cases/idlib-2020)'] as const

/** Declares the commands of `truceline patrol` that take something in: decisions, consent, accounts, tracks, a network. */
export function registerPatrolEntries(group: Command): void {
  group
    .command('decide')
    .description('put a decision before both sides: a patrol’s plan, more time for a side, or another')
    .argument('<store>', STORE)
    .requiredOption('--text <words>', 'the decision in plain words: what the sides sign')
    .requiredOption(...BY)
    .option('--on <day>', 'its day, YYYY-MM-DD (default: today, UTC)')
    .option('--plan <patrol>', 'a patrol’s plan: its id, 2020-03-15-m4; with --from and --to')
    .option('--road <road>', 'a road of the case', 'M4')
    .option('--from <place>', 'a place of the road or the case, or a kilometre')
    .option('--to <place>', 'the same')
    .option('--departs <time>', 'local time, hh:mm')
    .option('--note <words>', 'what else is to be known of the plan')
    .option('--extend <obligation>', 'more time to do it; with --party')
    .option('--party <party>', 'who gets the time')
    .option('--until <day>', 'until when (default: not told)')
    .option('--clause <clause>', 'the clause that another decision is about')
    .option(...FOLDER)
    .addHelpText(
      'after',
      '\nExample:\n  $ truceline patrol decide ./idlib --by amina --plan 2020-03-15-m4 --from trumba --to musibin --departs 09:00 --text "Drive to Musibin and turn."',
    )
    .action(async (store: string, options: DecideOptions, command: Command) => {
      const { runDecide } = await import('./patrols/run-decide.ts')
      return runDecide(store, options, (message) => command.error(`error: ${message}`))
    })
  group
    .command('sign')
    .description('record that a side signs a decision, or declines it')
    .argument('<store>', STORE)
    .argument('<decision>', 'its id')
    .requiredOption('--side <side>', 'ru, tr')
    .requiredOption('--reason <words>', 'why, or by what authority')
    .requiredOption(...BY)
    .option('--decline', 'the side declines')
    .addHelpText(
      'after',
      '\nExample:\n  $ truceline patrol sign ./idlib 2020-03-15-patrol-plan --side tr --by cem --reason "agreed by telephone"',
    )
    .action(async (store: string, decision: string, options: SignOptions) => {
      const { runSign } = await import('./patrols/run-sign.ts')
      return runSign(store, decision, options)
    })
  group
    .command('decisions')
    .description('list decisions with how each side stands to them')
    .argument('[case]', 'a case’s folder or store (default: cases/idlib-2020)')
    .addHelpText('after', '\nExample:\n  $ truceline patrol decisions ./idlib')
    .action(async (location: string | undefined) => {
      const { runDecisions } = await import('./patrols/run-sign.ts')
      return runDecisions(location)
    })
  group
    .command('log')
    .description('log a side’s account of a patrol by hand')
    .argument('<store>', STORE)
    .argument('<patrol>', 'day and road, 2020-03-15-m4')
    .requiredOption('--side <side>', 'whose account: ru, tr, or press')
    .addOption(
      new Option('--outcome <outcome>', 'what became of it')
        .choices(['completed', 'shortened', 'cancelled', 'held', 'not-mentioned'])
        .makeOptionMandatory(),
    )
    .requiredOption('--says <words>', 'the account in our own words')
    .requiredOption(...BY)
    .option('--number <n>', 'the patrol’s number in that side’s count')
    .option('--reason <words>', 'why it was shortened or cancelled')
    .option('--from <place>', 'where it began: a place, or a kilometre')
    .option('--departed <time>', 'local time, hh:mm')
    .option('--passed <place@time...>', 'a place passed, musibin@09:40; the time may be left out')
    .option('--stopped <place:words...>', 'where it stopped, and because of what')
    .option('--turned-back-at <place>', 'where it turned before its end')
    .option('--returned <time>', 'local time, hh:mm')
    .option('--source <address...>', 'where the account is told')
    .option(...FOLDER)
    .addHelpText(
      'after',
      '\nExample:\n  $ truceline patrol log ./idlib 2020-03-15-m4 --side tr --outcome shortened --by cem --says "Turned at Nayrab." --from trumba --departed 09:00 --turned-back-at nayrab --returned 09:50',
    )
    .action(async (store: string, patrol: string, options: LogOptions, command: Command) => {
      const { runLog } = await import('./patrols/run-log.ts')
      return runLog(store, patrol, options, (message) => command.error(`error: ${message}`))
    })
  group
    .command('import')
    .description('match a GPX track to a road; with --into, log it as a side’s account')
    .argument('<gpx>', 'a GPX file')
    .option('--road <road>', 'a road of the case', 'M4')
    .option('--from <place>', 'where the planned stretch begins')
    .option('--to <place>', 'where it ends')
    .option('--time-zone <zone>', 'the zone to tell times in', 'Asia/Damascus')
    .option('--into <store>', 'the case to log it in; with --patrol, --side and --by')
    .option('--patrol <patrol>', 'day and road, 2020-03-15-m4')
    .option('--side <side>', 'whose vehicle it was')
    .option(...BY)
    .option(...FOLDER)
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  $ truceline patrol import track.gpx --road M4 --from trumba --to ain-al-hawr')
    .action(async (file: string, options: ImportDriveOptions, command: Command) => {
      const { runImportDrive } = await import('./patrols/run-import-drive.ts')
      return runImportDrive(file, options, (message) => command.error(`error: ${message}`))
    })
  group
    .command('network')
    .description('make a case’s road network of an OpenStreetMap extract')
    .argument('<extract>', 'a file, .osm.pbf')
    .requiredOption('--case <dir>', 'the case’s folder')
    .addHelpText('after', '\nExample:\n  $ truceline patrol network syria-latest.osm.pbf --case ./my-case')
    .action(async (extract: string, options: { readonly case: string }) => {
      const { runNetwork } = await import('./patrols/run-network.ts')
      return runNetwork(extract, options.case)
    })
}
