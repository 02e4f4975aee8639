import { Option, type Command } from 'commander'

/** Declares `truceline agreement check`. */
export function registerAgreement(program: Command): void {
  const group = program
    .command('agreement')
    .summary('check an agreement’s file')
    .description('An agreement is a YAML file that a lawyer writes; data/schema/agreement.schema.json tells its form.')
    .addHelpText('after', '\nExample:\n  $ truceline agreement check cases/idlib-2020/agreement.yaml')
  group
    .command('check')
    .description('find every fault of an agreement’s file, each with its line, what was found and what was expected')
    .argument('<file>', 'the file; actors.yaml, places.geojson and roads.geojson beside it are looked at too')
    .addOption(
      new Option('--format <format>', 'how to write the faults').choices(['text', 'json', 'ndjson']).default('text'),
    )
    .addHelpText('after', '\nExample:\n  $ truceline agreement check cases/idlib-2020/agreement.yaml')
    .action(async (file: string, options: { readonly format: 'text' | 'json' | 'ndjson' }) => {
      const { runAgreementCheck } = await import('./assessing/run-agreement-check.ts')
      return runAgreementCheck(file, options.format)
    })
}
