import type { Result } from '../../base/result.ts'
import { readYamlFile, type YamlFault } from '../../base/yaml-file.ts'
import { mappingSchema, type Mapping } from './mapping.ts'

/** Reads a mapping file (YAML), `name` being what messages call it. All faults are found, each on its line. */
export function parseMapping(yaml: string, name: string): Result<Mapping, readonly YamlFault[]> {
  return readYamlFile(yaml, name, mappingSchema)
}
