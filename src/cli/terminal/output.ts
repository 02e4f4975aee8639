import { once } from 'node:events'

/** Writes to stdout; resolves once the reader can take more, so that a slow reader never fills the memory. */
export async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Whether a person watches what goes to stderr. */
export function isWatched(): boolean {
  return process.stderr.isTTY
}

/** Ends the process quietly when the reader of stdout goes away (`truceline … | head`): it has seen what it wanted. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}
