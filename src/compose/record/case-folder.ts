import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseCoverage, parseDecisions, type ToldDecision } from '../../assess/index.ts'
import { done, type Result } from '../../base/result.ts'
import type { YamlFault } from '../../base/yaml-file.ts'
import type { Coverage } from '../../model/index.ts'
import { parsePatrols, type ToldPatrol } from '../../plan/index.ts'
import { faultyFile, type RecordFailure } from './failure.ts'

/** What people wrote down in a case's folder beside its reports. */
export interface CaseDocuments {
  readonly decisions: readonly ToldDecision[]
  readonly patrols: readonly ToldPatrol[]
  readonly coverage: readonly Coverage[]
}

/** Reads `decisions.yaml`, `patrols.yaml` and `coverage.yaml`; a file that is not there holds nothing. Fails with `case-unreadable`, a line a fault. */
export function readCaseDocuments(caseFolder: string): Result<CaseDocuments, RecordFailure> {
  const decisions = readCaseFile(caseFolder, 'decisions.yaml', parseDecisions)
  if (!decisions.ok) return decisions
  const coverage = readCaseFile(caseFolder, 'coverage.yaml', parseCoverage)
  if (!coverage.ok) return coverage
  const patrols = readCaseFile(caseFolder, 'patrols.yaml', parsePatrols)
  if (!patrols.ok) return patrols
  return done({ decisions: decisions.value, patrols: patrols.value, coverage: coverage.value })
}

function readCaseFile<T>(
  caseFolder: string,
  file: string,
  parse: (yaml: string, name: string) => Result<readonly T[], readonly YamlFault[]>,
): Result<readonly T[], RecordFailure> {
  const path = join(caseFolder, file)
  if (!existsSync(path)) return done([])
  const parsed = parse(readFileSync(path, 'utf8'), `${basename(caseFolder)}/${file}`)
  return parsed.ok ? parsed : faultyFile(parsed.failure)
}
