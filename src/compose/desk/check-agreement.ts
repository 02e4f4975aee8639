import type { YamlFault } from '../../base/yaml-file.ts'
import { parseAgreementText } from '../record/index.ts'
import type { Desk } from './open-desk.ts'

/** What came of checking an agreement's file. */
export interface AgreementCheck {
  readonly sound: boolean
  /** Every fault with its line; empty if it is sound. */
  readonly faults: readonly YamlFault[]
  /** What a sound one holds. */
  readonly holds: {
    readonly title: string
    readonly clauses: number
    readonly obligations: number
    readonly zones: number
    readonly parties: number
  } | null
}

/** Checks the text of an agreement's file, `name` being what messages call it; names in it are followed through the desk's case. */
export function checkAgreement({ caseFolder }: Desk, yaml: string, name: string): AgreementCheck {
  const read = parseAgreementText(yaml, name, caseFolder)
  if (!read.ok) return { sound: false, faults: read.failure, holds: null }
  const { title, clauses, obligations, zones, parties } = read.value
  const holds = {
    title,
    clauses: clauses.length,
    obligations: obligations.length,
    zones: zones.length,
    parties: parties.length,
  }
  return { sound: true, faults: [], holds }
}
