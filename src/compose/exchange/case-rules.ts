import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { parseActorRegister } from '../../attribute/index.ts'
import type { ExchangeRules } from '../../exchange/index.ts'
import { DEFAULT_CASE } from '../load-rules.ts'
import { readCaseFile } from '../case-file.ts'

/** What others' formats ask of a case, from its folder's actors. (Default: cases/idlib-2020) */
export function loadExchangeRules(caseFolder: string = DEFAULT_CASE): ExchangeRules {
  const register = parseActorRegister(parse(readFileSync(join(caseFolder, 'actors.yaml'), 'utf8')))
  const actors = new Map(register.map((actor) => [actor.id, actor] as const))
  const file = readCaseFile(caseFolder)
  return {
    nameOf: (id) => actors.get(id)?.name ?? id,
    kindOf: (id) => actors.get(id)?.kind ?? null,
    country: file.ok ? file.value.country : '',
  }
}
