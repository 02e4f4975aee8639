import { readYamlFile, type YamlFault } from '../../base/yaml-file.ts'
import type { Result } from '../../base/result.ts'
import type { Agreement } from '../../model/index.ts'
import { agreementFaults, type AgreementSurroundings } from './agreement-faults.ts'
import { agreementSchema } from './agreement-schema.ts'

/**
 * Reads an agreement's file (YAML), `name` being what messages call it. All faults are found, each on its line, with what was found and
 * what was expected. `known`: what the case knows beside it, so that names can be followed. (Default: such names are not checked)
 */
export function parseAgreement(
  yaml: string,
  name: string,
  known: AgreementSurroundings = {},
): Result<Agreement, readonly YamlFault[]> {
  return readYamlFile(yaml, name, agreementSchema, (agreement) => agreementFaults(agreement, known))
}
