import type { Command } from 'commander'

/** The options of `truceline serve`, as given. */
export interface ServeCommandOptions {
  readonly port: string
  readonly host: string
  readonly url?: string
  readonly case?: string
  readonly site?: string
  readonly behindProxy?: true
  readonly adminLink?: true
}

/** Declares `truceline serve`. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .summary('open the workbench and its API on a case')
    .description(
      'Serves a case until it is stopped. Without a case: the one in .truceline/, made from cases/idlib-2020 the first time. ' +
        'Until an admin has a password, it prints a link that signs one in.',
    )
    .argument('[store]', 'the case: a directory, or postgres://…?schema=…')
    .option('--port <port>', 'where to listen; 0 takes a free one', '8020')
    .option('--host <host>', 'the interface to listen on; 0.0.0.0 for all', '127.0.0.1')
    .option('--url <origin>', 'where browsers find it, if not at http://HOST:PORT: https://monitoring.example')
    .option('--behind-proxy', 'take who connects from the last X-Forwarded-For')
    .option('--admin-link', 'forget how the first admin signs in, and print a link that does')
    .option('--case <dir>', 'the folder with the case’s actors, places and agreement (default: cases/idlib-2020)')
    .option('--site <dir>', 'the folder that bulletins are published into (default: site/ in the store)')
    .addHelpText('after', EXAMPLES)
    .action(async (store: string | undefined, options: ServeCommandOptions, command: Command) => {
      const { runServe } = await import('./serving/run-serve.ts')
      return runServe(store, options, (message) => command.error(`error: ${message}`))
    })
}

const EXAMPLES = `
Examples:
  $ truceline serve
  $ truceline serve ./idlib --port 9000
  $ truceline serve 'postgres://truceline@db/cases?schema=idlib' --host 0.0.0.0 --behind-proxy --url https://monitoring.example

Sign-in by another house (OpenID Connect) is on when the environment has TRUCELINE_OIDC_DISCOVERY, TRUCELINE_OIDC_CLIENT_ID and
TRUCELINE_OIDC_CLIENT_SECRET; TRUCELINE_OIDC_NAME is shown on its button.`
