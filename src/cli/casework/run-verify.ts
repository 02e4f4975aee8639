import { existsSync } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { auditCase, auditFindings, type CaseAudit } from '../../compose/case/index.ts'
import { readPublication } from '../../compose/publish/index.ts'
import { MANIFEST_FILE, PROOF_FILE, verifyBundle, verifyPublication, type BundleReport } from '../../ledger/index.ts'
import { parseVerifierKey, type VerifierKey } from '../../ledger/notes/index.ts'
import { refuse, write, type Refusal } from '../terminal/index.ts'
import { withCase } from './with-case.ts'

/**
 * Checks a bundle's file offline, or a case's whole log. Exit status 1 where anything does not verify.
 *
 * @param keyFiles files of verifier keys, one a line, that the reader has from elsewhere; for bundles
 */
export async function runVerify(target: string, keyFiles: readonly string[]): Promise<void> {
  if (await isFile(target)) return verifyFile(target, keyFiles)
  if (existsSync(join(target, MANIFEST_FILE)) || existsSync(join(target, PROOF_FILE)))
    return verifyFolder(target, keyFiles)
  await withCase(target, async (opened) => {
    const audit = await auditCase(opened)
    const findings = auditFindings(audit)
    for (const finding of findings) refuse(finding)
    if (audit.log.unlisted > 0) refuse({ code: 'entry-altered', message: `${audit.log.unlisted} more entries` })
    if (findings.length === 0) await write(drawAudit(audit))
  })
}

/** What a sound log comes to, in words. */
export function drawAudit({ log, sealed, witnesses }: CaseAudit): string {
  const lines = [`${log.size} entries verify, ${log.provenSize} of them under a signed checkpoint`]
  if (sealed.kept + sealed.gone > 0) {
    lines.push(`${sealed.kept} sealed parts are what was sealed, ${sealed.gone} withheld or erased`)
  }
  for (const { side, key, size } of witnesses.filter(({ current }) => current)) {
    lines.push(`${side}: ${key.name} cosigned ${size} of ${log.size} entries`)
  }
  return `${lines.join('\n')}\n`
}

async function verifyFile(path: string, keyFiles: readonly string[]): Promise<void> {
  const trusted = await readKeyFiles(keyFiles)
  if (!trusted) return
  if (await isGzip(path)) return verifyBackup(path, trusted)
  const report = verifyBundle(await readFile(path), keyFiles.length > 0 ? trusted : undefined)
  for (const finding of report.findings) refuse(finding satisfies Refusal)
  if (report.findings.length === 0) await write(drawReport(report))
}

/** A backup is checked whole, with no store and no private key. */
async function verifyBackup(path: string, trusted: readonly VerifierKey[]): Promise<void> {
  const { auditBackup } = await import('../../compose/backup/index.ts')
  const audit = await auditBackup(path, trusted)
  if (!audit.ok) return refuse(audit.failure)
  const findings = auditFindings(audit.value)
  for (const finding of findings) refuse(finding)
  if (findings.length > 0) return
  const doubt = trusted.length > 0 ? '' : DOUBT
  await write(
    `${drawAudit(audit.value)}backup of the log ${audit.value.head.origin}, made ${audit.value.head.at}\n${doubt}`,
  )
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(2) })
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

const DOUBT = 'No key was given to hold against (--key): whoever made the file may have made its keys.\n'

/** A publication's folder: its files, the entries that they rest on, the signatures. */
async function verifyFolder(folder: string, keyFiles: readonly string[]): Promise<void> {
  const trusted = await readKeyFiles(keyFiles)
  if (!trusted) return
  const report = verifyPublication(readPublication(folder), keyFiles.length > 0 ? trusted : undefined)
  for (const finding of report.findings) refuse(finding satisfies Refusal)
  if (report.findings.length > 0 || !report.bundle) return
  await write(`${report.verifiedFiles.length} files are what was published\n${drawReport(report.bundle)}`)
}

function drawReport({ verified, checkpoint, signatures, trusted }: BundleReport): string {
  const origin = checkpoint ? `the log ${checkpoint.origin} at ${checkpoint.size} entries` : 'no log'
  const signers = signatures.map(({ key, timeSeconds }) => {
    const when = timeSeconds === null ? '' : `, ${new Date(timeSeconds * 1000).toISOString()}`
    return `  ${key.role === 'log' ? 'the log' : 'witness'} ${key.name} (${key.id}${when})\n`
  })
  const doubt = trusted ? '' : DOUBT
  return `${verified.length} entries verify, of ${origin}, signed by\n${signers.join('')}${doubt}`
}

/** Null where one is refused, which was told. */
async function readKeyFiles(paths: readonly string[]): Promise<readonly VerifierKey[] | null> {
  const keys: VerifierKey[] = []
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) {
      refuse({ code: 'file-unreadable', message: `${path}: found no such file, expected verifier keys, one a line` })
      return null
    }
    for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
      const key = parseVerifierKey(line.trim())
      if (!key.ok) {
        refuse({ ...key.failure, message: `${path}: ${key.failure.message}` })
        return null
      }
      keys.push(key.value)
    }
  }
  return keys
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
