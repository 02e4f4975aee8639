import { spawn } from 'node:child_process'
import { join } from 'node:path'

const COMMAND = join(import.meta.dirname, '..', 'bin', 'truceline')

/** What a finished command left behind. */
export interface Finished {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What to give a command beside its arguments. */
interface Given {
  /** (Default: nothing) */
  readonly stdin?: string | Uint8Array
  readonly env?: { readonly [name: string]: string }
  /** A command that runs it, with its options, as setpriv. (Default: none) */
  readonly through?: readonly string[]
  /** Go away after so many bytes of output, as `head` does. (Default: read it all) */
  readonly readBytes?: number
}

/** Runs `bin/truceline` as a process of its own, in 96 columns and without colours. */
export function runCommand(
  args: readonly string[],
  { stdin = '', env = {}, through = [], readBytes = Infinity }: Given = {},
) {
  return new Promise<Finished>((resolve, reject) => {
    const [command = COMMAND, ...rest] = [...through, COMMAND, ...args]
    const child = spawn(command, rest, { env: { PATH: process.env['PATH'], COLUMNS: '96', NO_COLOR: '1', ...env } })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    let length = 0
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.push(chunk)
      length += chunk.length
      if (length >= readBytes) child.stdout.destroy()
    })
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.on('error', reject)
    child.on('close', (status) => {
      resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() })
    })
    // the command may end before it has read everything
    child.stdin.on('error', () => undefined)
    child.stdin.end(stdin)
  })
}
