import type { Command } from 'commander'

/** Declares `truceline witness init|status|cosign|request|add`. */
export function registerWitness(program: Command): void {
  const group = program
    .command('witness')
    .summary('cosign a log’s checkpoints for a side, and refuse a log that shows two histories')
    .description(
      'The side runs init, status and cosign on its own machine, where its key stays; the keepers of the case run request and add. What goes between them is text.',
    )
    .addHelpText('after', EXAMPLES)
  group
    .command('init')
    .description('make a witness: a folder with its key and the log’s verifier key')
    .argument('<folder>', 'the witness’s own folder')
    .requiredOption('--name <name>', 'the witness’s name in cosignatures, as ministry.example/witness')
    .requiredOption('--log <key>', 'the log’s verifier key, name+id+base64, as the side has it from elsewhere')
    .addHelpText(
      'after',
      '\nExample:\n  $ truceline witness init ./ru --name ru.example/witness --log "monitoring.example/idlib+…"',
    )
    .action(async (folder: string, { name, log }: { readonly name: string; readonly log: string }) => {
      const { runInit } = await import('./witnessing/run-witness.ts')
      return runInit(folder, name, log)
    })
  group
    .command('status')
    .description('what the witness cosigned last')
    .argument('<folder>', 'the witness’s folder')
    .addHelpText('after', '\nExample:\n  $ truceline witness status ./ru')
    .action(async (folder: string) => {
      const { runStatus } = await import('./witnessing/run-witness.ts')
      return runStatus(folder)
    })
  group
    .command('cosign')
    .description('check that the log only grew, and sign; the signature goes to standard output')
    .argument('<folder>', 'the witness’s folder')
    .argument('[request]', 'the file with the request; - or none for standard input')
    .addHelpText('after', '\nExample:\n  $ truceline witness cosign ./ru request.txt > answer.txt')
    .action(async (folder: string, request: string | undefined) => {
      const { runCosign } = await import('./witnessing/run-witness.ts')
      return runCosign(folder, request)
    })
  group
    .command('request')
    .description('what to ask a witness: the last checkpoint, and the proof that the log only grew')
    .argument('<store>', 'the case')
    .option('--old-size <n>', 'entries that the witness cosigned last (witness status tells)', '0')
    .addHelpText('after', '\nExample:\n  $ truceline witness request ./idlib --old-size 120 > request.txt')
    .action(async (store: string, options: { readonly oldSize: string }) => {
      const { runRequest } = await import('./witnessing/run-exchange.ts')
      return runRequest(store, Number(options.oldSize))
    })
  group
    .command('add')
    .description('add a witness’s answer to the checkpoint that it signed')
    .argument('<store>', 'the case')
    .argument('[answer]', 'the file with the answer; - or none for standard input')
    .addHelpText('after', '\nExample:\n  $ truceline witness add ./idlib answer.txt')
    .action(async (store: string, answer: string | undefined) => {
      const { runAdd } = await import('./witnessing/run-exchange.ts')
      return runAdd(store, answer)
    })
}

const EXAMPLES = `
Examples:
  $ truceline witness init ./ru --name ru.example/witness --log "monitoring.example/idlib+…"
  $ truceline witness request ./idlib --old-size 0 | truceline witness cosign ./ru | truceline witness add ./idlib`
