import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseInterludes, type Interlude } from '../../plan/index.ts'
import { DEFAULT_CASE } from '../load-rules.ts'

/** What a case's folder tells beside its patrols; nothing where it has no such file, or one that cannot be read: the record says why. */
export function loadInterludes(caseFolder: string = DEFAULT_CASE): readonly Interlude[] {
  const file = join(caseFolder, 'patrols.yaml')
  if (!existsSync(file)) return []
  const interludes = parseInterludes(readFileSync(file, 'utf8'), `${basename(caseFolder)}/patrols.yaml`)
  return interludes.ok ? interludes.value : []
}
