import { Option, type Command } from 'commander'

/** The options of `truceline bulletin draft`, as given. */
export interface DraftOptions {
  readonly day: string
  readonly from?: string
  readonly cutOff: string
  readonly basis: 'recorded' | 'published'
  readonly site?: string
  readonly case?: string
  readonly format: 'text' | 'json'
  readonly correct?: true
}

/** The options of `truceline bulletin publish`, as given. */
export interface PublishOptions extends DraftOptions {
  readonly site: string
  readonly by: string
  readonly pdf: boolean
}

/** Declares `truceline bulletin draft|publish|prove|list`. */
export function registerBulletin(program: Command): void {
  const group = program
    .command('bulletin')
    .summary('draft, publish and list what goes out to the public')
    .description(
      'A bulletin tells a period as known at its cut-off. Every sentence and figure leads to its claims; what the case withholds stays out.',
    )
    .addHelpText('after', EXAMPLES)
  withScope(group.command('draft'))
    .description('draft a bulletin and show it; nothing is recorded')
    .argument('[case]', 'a case’s folder or its store (default: cases/idlib-2020)')
    .option('--site <dir>', 'write its pages and data there, unsigned, to be looked at')
    .addHelpText('after', '\nExample:\n  $ truceline bulletin draft cases/idlib-2020 --day 2020-03-16 --site ./drafts')
    .action(async (source: string | undefined, options: DraftOptions) => {
      const { runDraft } = await import('./publishing/run-draft.ts')
      return runDraft(source, options)
    })
  withScope(group.command('publish'))
    .description('publish a bulletin: an entry of the log, signed, with its proofs, in a site’s folder')
    .argument('<store>', 'the case')
    .requiredOption('--site <dir>', 'the site’s folder: index, feed, and a folder for each bulletin')
    .requiredOption('--by <person>', 'who publishes')
    .option('--no-pdf', 'leave the PDF out (it is left out too where chromium is not installed)')
    .addHelpText(
      'after',
      '\nExample:\n  $ truceline bulletin publish ./idlib --day 2020-03-16 --site ./site --by spokesperson',
    )
    .action(async (store: string, options: PublishOptions) => {
      const { runPublish } = await import('./publishing/run-publish.ts')
      return runPublish(store, options)
    })
  group
    .command('prove')
    .description('write a published bulletin’s proofs anew, with the cosignatures that witnesses have given since')
    .argument('<store>', 'the case')
    .argument('<folder>', 'the bulletin’s folder')
    .addHelpText('after', '\nExample:\n  $ truceline bulletin prove ./idlib ./site/2020-03-16')
    .action(async (store: string, folder: string) => {
      const { runProve } = await import('./publishing/run-prove.ts')
      return runProve(store, folder)
    })
  group
    .command('list')
    .description('list the bulletins that a case has published')
    .argument('<store>', 'the case')
    .addHelpText('after', '\nExample:\n  $ truceline bulletin list ./idlib')
    .action(async (store: string) => {
      const { runList } = await import('./publishing/run-list.ts')
      return runList(store)
    })
}

function withScope(command: Command): Command {
  return command
    .hook('preAction', async (self) => {
      const { checkScope } = await import('./publishing/check-scope.ts')
      checkScope(self.opts<DraftOptions>(), (message: string) => self.error(`error: ${message}`))
    })
    .requiredOption('--day <day>', 'the day, or the last day, YYYY-MM-DD')
    .option('--from <day>', 'first day, for a longer period')
    .option('--cut-off <time>', 'local time up to which reports count', '19:30')
    .addOption(
      new Option('--basis <basis>', 'what "known" means in a store: recorded by then, or published by then')
        .choices(['recorded', 'published'])
        .default('published'),
    )
    .option('--case <dir>', 'the folder with agreement, roads and rules of publication (default: cases/idlib-2020)')
    .option('--correct', 'replace the day’s last bulletin')
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
}

const EXAMPLES = `
Examples:
  $ truceline bulletin draft --day 2020-03-16
  $ truceline bulletin publish ./idlib --day 2020-03-16 --site ./site --by spokesperson
  $ truceline verify ./site/2020-03-16`
