import { z } from 'zod'
import { ACT_FAMILIES, ACTS, isAct, type Act, type ActFamily } from '../../model/index.ts'

const EXPECTED = 'the code of an act, or FAMILY/*'
const CODE = z
  .string({ error: EXPECTED })
  .refine((text) => isAct(text) || familyNamed(text) !== null, { error: EXPECTED })

/** Acts by their codes, or a family's name with a star, `force/*`, which stands for all of it. (Default: none) */
export const actsField = z
  .array(CODE, { error: 'a list of acts' })
  .default([])
  .transform((codes): readonly Act[] => {
    const named = new Set<string>(codes.flatMap((code): readonly string[] => familyNamed(code) ?? [code]))
    return ACTS.filter((act) => named.has(act))
  })

function familyNamed(text: string): readonly Act[] | null {
  const name = text.endsWith('/*') ? text.slice(0, -2) : ''
  return Object.hasOwn(ACT_FAMILIES, name) ? ACT_FAMILIES[name as ActFamily] : null
}
