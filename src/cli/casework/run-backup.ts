import { countInWords } from '../../base/count-words.ts'
import { auditFindings, createCaseTools, keyFileOf } from '../../compose/case/index.ts'
import { backUpCase, restoreCase, type BackupTold, type RestoreTold } from '../../compose/backup/index.ts'
import type { BackupCommandOptions, RestoreOptions } from '../case.ts'
import { refuse, write } from '../terminal/index.ts'
import { drawAudit } from './run-verify.ts'
import { withCase } from './with-case.ts'

/** Writes the whole record of a case to a file. */
export async function runCaseBackup(store: string, options: BackupCommandOptions): Promise<void> {
  const { output, withKey = false, withPeople = false } = options
  await withCase(store, async (open) => {
    const told = await backUpCase(open, output, { withKey, withPeople })
    if (!told.ok) return refuse(told.failure)
    const key = withKey
      ? 'The private signing key is in it: whoever has the file can sign for the log.'
      : `The private signing key is not in it: keep ${keyFileOf(store)} apart from it, and safe.`
    await write(`${output}: ${drawContent(told.value)}\n${key}\n`)
  })
}

/** Makes a case from a backup. */
export async function runCaseRestore(file: string, { into, key, case: caseFolder }: RestoreOptions): Promise<void> {
  const options = key === undefined ? {} : { keyFile: key }
  const told = await restoreCase(file, into, createCaseTools(caseFolder), options)
  if (!told.ok) return refuse(told.failure)
  const findings = auditFindings(told.value.audit)
  for (const finding of findings) refuse(finding)
  await write(`${withoutPassword(into)}: ${drawContent(told.value)}\n`)
  if (findings.length === 0) await write(`${drawAudit(told.value.audit)}${drawDigest(told.value)}\n`)
}

function drawContent({ entries, parts, checkpoints, people }: Omit<BackupTold, 'projections'>): string {
  const told = [
    counted(entries, 'entry', 'entries'),
    countInWords(parts, 'sealed part'),
    countInWords(checkpoints, 'checkpoint'),
  ].join(', ')
  return people > 0 ? `${told}, ${countInWords(people, 'row')} of people` : told
}

function drawDigest({ projections, sameProjections }: RestoreTold): string {
  switch (sameProjections) {
    case true:
      return `reports, claims and incidents are what they were: digest ${projections}`
    case false:
      return `reports, claims and incidents are computed by other rules than when it was backed up: digest ${projections}`
    case null:
      return `reports, claims and incidents are computed anew: digest ${projections}`
  }
}

function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`
}

/** A store's place as it may be shown. */
function withoutPassword(location: string): string {
  if (!URL.canParse(location)) return location
  const url = new URL(location)
  url.password = ''
  return url.href
}
