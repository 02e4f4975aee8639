import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { registerAgreement } from './agreement.ts'
import { registerAssess } from './assess.ts'
import { registerBulletin } from './bulletin.ts'
import { registerCase } from './case.ts'
import { registerCorroborate } from './corroborate.ts'
import { registerDecisions } from './decisions.ts'
import { registerExport } from './export.ts'
import { registerDiff } from './diff.ts'
import { registerImport } from './import.ts'
import { registerIncidents } from './incidents.ts'
import { registerIngest } from './ingest.ts'
import { registerPatrol } from './patrol.ts'
import { registerRead } from './read.ts'
import { registerServe } from './serve.ts'
import { registerSides } from './sides.ts'
import { registerStatus } from './status.ts'
import { registerVerify } from './verify.ts'
import { registerWitness } from './witness.ts'

/** Every command of `truceline`. A command's file only declares it; what it needs is loaded when it runs, so that help is instant. */
const REGISTERS: readonly ((program: Command) => void)[] = [
  registerRead,
  registerCorroborate,
  registerCase,
  registerIngest,
  registerImport,
  registerExport,
  registerIncidents,
  registerPatrol,
  registerDecisions,
  registerAgreement,
  registerAssess,
  registerStatus,
  registerSides,
  registerDiff,
  registerVerify,
  registerServe,
  registerBulletin,
  registerWitness,
]

/** The command line, ready to parse. */
export function createProgram(): Command {
  const program = new Command('truceline')
    .description(
      'Keeps the record of a ceasefire: who says that who did what, where and when, and how each clause stands.',
    )
    .version(versionOfPackage(), '-V, --version')
    .exitOverride()
    .showHelpAfterError('(try --help)')
    .addHelpText('after', '\nExit status: 0 done, 1 the input was refused (with a coded message), 2 wrong usage.')
  for (const register of REGISTERS) register(program)
  return program
}

function versionOfPackage(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return version
}
