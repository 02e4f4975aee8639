import type { Command } from 'commander'

/** Declares `truceline verify`. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .summary('check a bundle, or the whole log of a case, against its signatures')
    .description(
      'A bundle is checked offline, with no store; for a case every entry is read. What does not verify is named.',
    )
    .argument('<bundle-or-store>', 'a bundle’s file, or a case')
    .addHelpText('after', '\nExamples:\n  $ truceline verify bulletin.bundle.json\n  $ truceline verify ./idlib')
    .action(async (target: string) => {
      const { runVerify } = await import('./casework/run-verify.ts')
      return runVerify(target)
    })
}
