import { readFile, stat } from 'node:fs/promises'
import { auditCase } from '../../compose/case/index.ts'
import { verifyBundle } from '../../ledger/index.ts'
import { refuse, write, type Refusal } from '../terminal/index.ts'
import { withCase } from './with-case.ts'

/** Checks a bundle's file offline, or a case's whole log. Exit status 1 where anything does not verify. */
export async function runVerify(target: string): Promise<void> {
  if (await isFile(target)) return verifyFile(target)
  await withCase(target, async (open) => {
    const { log, brokenCheckpoints } = await auditCase(open)
    for (const finding of log.findings) refuse(finding)
    for (const size of brokenCheckpoints) {
      refuse({
        code: 'signature-invalid',
        message: `checkpoint ${size}: found a signature that fails, expected the log's`,
      })
    }
    const well = log.findings.length === 0 && brokenCheckpoints.length === 0
    await write(well ? `${log.size} entries verify, ${log.provenSize} of them under a signed checkpoint\n` : '')
  })
}

async function verifyFile(path: string): Promise<void> {
  const { findings, verified, signatures, trusted } = verifyBundle(await readFile(path))
  for (const finding of findings) refuse(finding satisfies Refusal)
  if (findings.length > 0) return
  const signed = signatures.map(({ key }) => key.name).join(', ')
  await write(`${verified.length} entries verify, signed by ${signed}\n`)
  if (!trusted) await write('no key was given to hold against: whoever made the bundle may have made its keys\n')
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
