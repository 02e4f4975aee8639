import { Option, type Command } from 'commander'
import type {
  DecidingOptions,
  LinkOptions,
  ReviewOptions,
  SplitOptions,
  VerificationOptions,
} from './deciding/index.ts'

/** Declares the commands by which people work on the record: `review`, `link`, `incident`, `verification`, `withdraw`. */
export function registerDecisions(program: Command): void {
  registerReview(program)
  registerLink(program)
  registerIncident(program)
  registerVerification(program)
  registerWithdraw(program)
}

function registerReview(program: Command): void {
  decided(
    program
      .command('review')
      .summary('confirm, amend or reject a claim')
      .description('A person’s word on a claim, kept as an entry; the report’s own words stay beside it.')
      .argument('<store>', 'the case')
      .argument('<claim>', 'REPORT#NUMBER, as `incident show` prints it')
      .option('--confirm', 'the claim was read rightly')
      .option('--reject', 'the report makes no such claim')
      .option('--amend <json>', 'what it says instead: act, modality, speaker, actor, target, place, time, harm'),
    `
Examples:
  $ truceline review ./idlib r17#0 --confirm --by verifier.a --reason "as the paper has it"
  $ truceline review ./idlib r17#1 --amend '{"actor":"hts"}' --by verifier.a --reason "named in the next sentence"`,
  ).action(async (store: string, claim: string, options: ReviewOptions, command: Command) => {
    const { runReview } = await import('./deciding/index.ts')
    return runReview(store, claim, options, (message) => command.error(`error: ${message}`))
  })
}

function registerLink(program: Command): void {
  decided(
    program
      .command('link')
      .summary('say whether claims tell of one incident')
      .description('A person’s word on a link; it outranks the machine, and a later word outranks an earlier one.')
      .argument('<store>', 'the case')
      .argument('<claim...>', 'two claims or more, REPORT#NUMBER')
      .addOption(
        new Option('--as <decision>', 'all are one; no two are one; it cannot be told')
          .choices(['same', 'different', 'unsure'])
          .makeOptionMandatory(),
      ),
    `
Example:
  $ truceline link ./idlib r17#0 r21#2 --as same --by analyst.b --reason "one salvo, two ministries"`,
  ).action(async (store: string, claims: readonly string[], options: LinkOptions, command: Command) => {
    const { runLink } = await import('./deciding/index.ts')
    return runLink(store, claims, options, (message) => command.error(`error: ${message}`))
  })
}

function registerIncident(program: Command): void {
  const group = program
    .command('incident')
    .summary('show an incident, join several, part one')
    .description('All that the record holds on an incident; and joining and parting by people.')
    .addHelpText('after', '\nExample:\n  $ truceline incident show ./idlib 3c7e4f8c1d2a90b5')
  group
    .command('show')
    .description('every claim with its words, each origin’s version, and what people did')
    .argument('<store>', 'the case')
    .argument('<incident>', 'its id')
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  $ truceline incident show ./idlib 3c7e4f8c1d2a90b5')
    .action(async (store: string, incident: string, { format }: { readonly format: 'text' | 'json' }) => {
      const { runIncidentShow } = await import('./deciding/index.ts')
      return runIncidentShow(store, incident, format)
    })
  decided(
    group
      .command('merge')
      .description('all claims of these incidents tell of one')
      .argument('<store>', 'the case')
      .argument('<incident...>', 'two ids or more'),
    '\nExample:\n  $ truceline incident merge ./idlib 3c7e4f8c1d2a90b5 9b1d0c55e0a1f77a --by analyst.b --reason "one raid"',
  ).action(async (store: string, incidents: readonly string[], options: DecidingOptions) => {
    const { runIncidentMerge } = await import('./deciding/index.ts')
    return runIncidentMerge(store, incidents, options)
  })
  decided(
    group
      .command('split')
      .description('some claims of an incident tell of another one')
      .argument('<store>', 'the case')
      .argument('<incident>', 'its id')
      .requiredOption('--off <claim...>', 'the claims of the other one, REPORT#NUMBER'),
    '\nExample:\n  $ truceline incident split ./idlib 3c7e4f8c1d2a90b5 --off r21#2 --by analyst.b --reason "a day later"',
  ).action(async (store: string, incident: string, options: SplitOptions, command: Command) => {
    const { runIncidentSplit } = await import('./deciding/index.ts')
    return runIncidentSplit(store, incident, options, (message) => command.error(`error: ${message}`))
  })
}

function registerVerification(program: Command): void {
  decided(
    program
      .command('verification')
      .summary('take a step of verification with an incident')
      .description(
        'Two axes, decided apart: whether it happened, and who answers for it. Only allowed steps; verified and refuted take two people.',
      )
      .argument('<store>', 'the case')
      .argument('<incident>', 'its id')
      .option('--validity <state>', 'under-verification, verified, refuted, cannot-be-verified, suspended')
      .option(
        '--responsibility <state>',
        'attributable:ACTOR, largely-attributable:ACTOR, not-attributable, disputed, undetermined',
      )
      .option('--from <state>', 'refuse if it stands elsewhere by now (default: from where it stands)'),
    `
Examples:
  $ truceline verification ./idlib 3c7e4f8c1d2a90b5 --validity under-verification --by verifier.a --reason "two accounts"
  $ truceline verification ./idlib 3c7e4f8c1d2a90b5 --responsibility disputed --by verifier.a --reason "each names the other"`,
  ).action(async (store: string, incident: string, options: VerificationOptions, command: Command) => {
    const { runVerification } = await import('./deciding/index.ts')
    return runVerification(store, incident, options, (message) => command.error(`error: ${message}`))
  })
}

function registerWithdraw(program: Command): void {
  decided(
    program
      .command('withdraw')
      .summary('take back a review or a decision on a link')
      .description(
        'The entry stays in the log and counts for nothing from now on. A step of verification is followed by another step.',
      )
      .argument('<store>', 'the case')
      .argument('<entry>', 'the index of the entry'),
    '\nExample:\n  $ truceline withdraw ./idlib 412 --by verifier.a --reason "another claim was meant"',
  ).action(async (store: string, entry: string, options: DecidingOptions, command: Command) => {
    const { runWithdraw } = await import('./deciding/index.ts')
    return runWithdraw(store, entry, options, (message) => command.error(`error: ${message}`))
  })
}

/** What every decision is given: who and why. */
function decided(command: Command, help: string): Command {
  return command
    .requiredOption('--by <person>', 'who decides')
    .requiredOption('--reason <words>', 'why; kept in the log')
    .option('--case <dir>', 'the folder whose actors, places and roads to go by (default: cases/idlib-2020)')
    .addHelpText('after', help)
}
