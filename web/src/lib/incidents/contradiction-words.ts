import type { Contradiction } from '../../../../src/model/index.ts'
import { sayTold } from '../text/times.ts'
import { actName, harmWords, modalityName } from '../text/words.ts'

type Value = Contradiction['values'][number]

/** What one side of a contradiction says, in words. */
export function sayValue(field: Contradiction['field'], value: Value): string {
  if (typeof value === 'string')
    return field === 'act' ? actName(value) : field === 'modality' ? modalityName(value) : value
  if ('precision' in value) return sayTold(value)
  if ('radiusMetres' in value) return value.name
  return harmWords(value)
}
