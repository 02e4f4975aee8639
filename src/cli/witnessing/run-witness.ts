import { readFileSync } from 'node:fs'
import { toBase64 } from '../../base/base64.ts'
import { cosign, initWitness, latestOf } from '../../compose/witness/index.ts'
import { refuse, write } from '../terminal/index.ts'

/** Makes a witness and prints the key by which others know it. */
export async function runInit(folder: string, name: string, log: string): Promise<void> {
  const made = initWitness(folder, name, log)
  if (!made.ok) return refuse(made.failure)
  await write(`${folder}: a witness\nverifier key, to be named in the case: ${made.value}\n`)
}

/** Prints what a witness cosigned last. */
export async function runStatus(folder: string): Promise<void> {
  const latest = latestOf(folder)
  if (!latest.ok) return refuse(latest.failure)
  if (!latest.value) return write('nothing cosigned yet: ask with --old-size 0\n')
  const { origin, size, root } = latest.value
  await write(`${origin}: ${size} entries cosigned, root ${toBase64(root)}\n`)
}

/** Cosigns a request; the signature alone goes to standard output, for the log. */
export async function runCosign(folder: string, request: string | undefined): Promise<void> {
  const answer = cosign(folder, readInput(request), Math.floor(Date.now() / 1000))
  if (!answer.ok) return refuse(answer.failure)
  const { signature, size, before } = answer.value
  process.stderr.write(`cosigned ${size} entries, ${before} before\n`)
  await write(signature)
}

/** A file's text, or standard input's. */
export function readInput(path: string | undefined): string {
  return readFileSync(path === undefined || path === '-' ? 0 : path, 'utf8')
}
