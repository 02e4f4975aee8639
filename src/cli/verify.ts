import type { Command } from 'commander'

/** Declares `truceline verify`. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .summary('check a bulletin, a bundle, a backup or the whole log of a case against its signatures')
    .description(
      'A bulletin’s folder, a bundle or a backup is checked offline, with no store and no private key; for a case every entry is read. What does not verify is named.',
    )
    .argument('<target>', 'a bulletin’s folder, the file of a bundle or a backup, or a case')
    .option('--key <file...>', 'files of verifier keys that you have from elsewhere; a bundle must be signed by them')
    .addHelpText('after', EXAMPLES)
    .action(async (target: string, { key = [] }: { readonly key?: readonly string[] }) => {
      const { runVerify } = await import('./casework/run-verify.ts')
      return runVerify(target, key)
    })
}

const EXAMPLES = `
Examples:
  $ truceline verify bulletin.bundle.json --key idlib.keys
  $ truceline verify ./site/2020-03-16 --key idlib.keys
  $ truceline verify ./idlib`
