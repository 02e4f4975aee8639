import { printableLine } from './printable.ts'

/** Why an input was refused: the code for programs, the message (place: found, expected) for people. */
export interface Refusal {
  readonly code: string
  readonly message: string
}

/** Tells on stderr why something was refused. */
export function tellRefusal({ code, message }: Refusal): void {
  process.stderr.write(`truceline: ${printableLine(message)} [${code}]\n`)
}

/** Tells on stderr why the command's input was refused, and sets exit status 1. The command goes on with what else it has. */
export function refuse(refusal: Refusal): void {
  tellRefusal(refusal)
  process.exitCode = 1
}
