import { CommanderError, type Command } from 'commander'
import { endWithReader } from './output.ts'

const WRONG_USAGE = 2

/**
 * Parses the arguments and runs the command they name. A command that refuses its input calls `refuse`; one that was called wrongly
 * calls `command.error(message)`; anything it throws is a defect and ends the process with Node's own trace.
 */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  endWithReader()
  try {
    await program.parseAsync(argv)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) process.exitCode = WRONG_USAGE
  }
}
